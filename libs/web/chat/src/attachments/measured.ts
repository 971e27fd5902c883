/** What a picture or a recording is like, as far as this browser can tell. */
export interface Measures {
  width?: number;
  height?: number;
  durationMs?: number;
}

const PATIENCE_MS = 5_000;

export async function measured(bytes: Blob): Promise<Measures> {
  try {
    if (bytes.type.startsWith('image/')) {
      return await measuredPicture(bytes);
    }
    return /^(video|audio)\//.test(bytes.type) ? await measuredRecording(bytes) : {};
  } catch {
    // The server finds out, or nobody does: then it is shown at a usual size.
    return {};
  }
}

async function measuredPicture(bytes: Blob): Promise<Measures> {
  const picture = await createImageBitmap(bytes);
  const { width, height } = picture;
  picture.close();
  return { width, height };
}

async function measuredRecording(bytes: Blob): Promise<Measures> {
  const player = document.createElement(bytes.type.startsWith('video/') ? 'video' : 'audio');
  const url = URL.createObjectURL(bytes);
  try {
    await new Promise((resolve, reject) => {
      player.onloadedmetadata = resolve;
      player.onerror = reject;
      setTimeout(reject, PATIENCE_MS);
      player.preload = 'metadata';
      player.src = url;
    });
    const isPicture = player instanceof HTMLVideoElement && player.videoWidth > 0;
    return {
      ...(isPicture && { width: player.videoWidth, height: player.videoHeight }),
      ...(Number.isFinite(player.duration) && { durationMs: Math.round(player.duration * 1_000) }),
    };
  } finally {
    player.removeAttribute('src');
    URL.revokeObjectURL(url);
  }
}
