import { thumbHashToDataURL } from 'thumbhash';

const MOST_KEPT = 300;
const made = new Map<string, string>();

/** The blurred picture that a hash in base64 stands for, as an address; empty when it is none. */
export function thumbhashPicture(hash: string | undefined): string {
  if (!hash) {
    return '';
  }
  const known = made.get(hash);
  if (known !== undefined) {
    return known;
  }
  const picture = decoded(hash);
  const [oldest] = made.keys();
  if (made.size >= MOST_KEPT && oldest !== undefined) {
    made.delete(oldest);
  }
  made.set(hash, picture);
  return picture;
}

function decoded(hash: string): string {
  try {
    return thumbHashToDataURL(Uint8Array.from(atob(hash), (letter) => letter.charCodeAt(0)));
  } catch {
    // Somebody else's idea of a hash: then there is nothing to see until the picture is there.
    return '';
  }
}
