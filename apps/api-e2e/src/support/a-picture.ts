import sharp from 'sharp';

/** A picture of one colour; a photograph of a place when it is a JPEG. */
export async function aPicture(
  width: number,
  height: number,
  { format = 'png', colour = 'teal' }: { format?: 'png' | 'jpeg' | 'webp' | 'gif'; colour?: string } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const picture = sharp({ create: { width, height, channels: 3, background: colour } });
  const place = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 12/1 0/1' } };
  const bytes = await (format === 'jpeg' ? picture.withExif(place) : picture).toFormat(format).toBuffer();
  return new Uint8Array(bytes);
}
