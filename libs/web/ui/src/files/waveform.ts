const BARS = 48;

const SAMPLE_RATE = 8_000;

const known = new Map<string, Promise<readonly number[]>>();
let queue: Promise<unknown> = Promise.resolve();

/** How loud a recording is over time, each from 0 to 1. Empty when this browser cannot read it. */
export function waveformOf(id: string, url: string): Promise<readonly number[]> {
  const before = known.get(id);
  if (before) {
    return before;
  }
  const made = queue.then(() => read(url)).catch(() => []);
  queue = made;
  known.set(id, made);
  return made;
}

async function read(url: string): Promise<readonly number[]> {
  const answer = await fetch(url);
  if (!answer.ok) {
    return [];
  }
  const reader = new OfflineAudioContext(1, 1, SAMPLE_RATE);
  const sound = await reader.decodeAudioData(await answer.arrayBuffer());
  return loudness(sound.getChannelData(0));
}

/** The loudest of each part, with the loudest of all as 1. */
export function loudness(samples: ArrayLike<number>, bars = BARS): readonly number[] {
  const part = Math.max(1, Math.floor(samples.length / bars));
  const peaks = Array.from({ length: bars }, (_, bar) => {
    let peak = 0;
    for (let index = bar * part; index < Math.min((bar + 1) * part, samples.length); index += 1) {
      peak = Math.max(peak, Math.abs(samples[index] ?? 0));
    }
    return peak;
  });
  const highest = Math.max(...peaks);
  return highest > 0 ? peaks.map((peak) => peak / highest) : peaks;
}
