import type { FileInfo } from '@parley/contracts';
import sharp from 'sharp';
import { type Answer, answerOf, type Person } from './person.js';

interface Wishes {
  name?: string;
  type?: string;
  /** After the address, with its question mark. */
  query?: string;
}

/** Sends a file as browsers do: as a part of a form. */
export async function upload<Body = FileInfo>(
  person: Person,
  bytes: string | Uint8Array<ArrayBuffer>,
  { name = 'file.bin', type = 'application/octet-stream', query = '' }: Wishes = {},
): Promise<Answer<Body>> {
  const form = new FormData();
  form.append('file', new Blob([bytes], { type }), name);
  const headers = { ...(person.token && { authorization: `Bearer ${person.token}` }) };
  return answerOf(await fetch(`${person.url}/api/files${query}`, { method: 'POST', headers, body: form }));
}

/** As above, for tests that are about something else. */
export async function uploaded(
  person: Person,
  bytes: string | Uint8Array<ArrayBuffer>,
  wishes: Wishes = {},
): Promise<FileInfo> {
  const { status, body } = await upload(person, bytes, wishes);
  if (status !== 201) {
    throw new Error(`Nothing was uploaded: ${JSON.stringify(body)}`);
  }
  return body;
}

/** A picture of one colour, which says where it was taken. */
export async function aPhotograph(
  width = 40,
  height = 20,
  background = 'teal',
): Promise<Uint8Array<ArrayBuffer>> {
  const place = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 12/1 0/1' } };
  const picture = sharp({ create: { width, height, channels: 3, background } }).withExif(place);
  return new Uint8Array(await picture.jpeg().toBuffer());
}
