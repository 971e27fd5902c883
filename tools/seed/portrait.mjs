import { createHash } from 'node:crypto';
import sharp from 'sharp';

const SIDE = 512;

/** A made-up picture of somebody: hills under a sky, in colours of their own. The same name gives the same one. */
export function portraitOf(name) {
  const [hue = 0, light = 0, sun = 0, near = 0, far = 0] = createHash('sha256').update(name).digest();
  const turn = Math.round((hue / 255) * 360);
  const sky = `hsl(${turn} 70% ${72 + (light / 255) * 12}%)`;
  const hill = (height, lightness) =>
    `<path fill="hsl(${(turn + 140) % 360} 38% ${lightness}%)"
      d="M0 ${height} Q ${SIDE / 4} ${height - 110} ${SIDE / 2} ${height} T ${SIDE} ${height} V ${SIDE} H 0 Z"/>`;
  const picture = `
    <svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}">
      <rect width="${SIDE}" height="${SIDE}" fill="${sky}"/>
      <circle cx="${140 + sun}" cy="170" r="74" fill="hsl(${(turn + 40) % 360} 90% 92%)"/>
      ${hill(330 + (far % 40), 52)}
      ${hill(410 + (near % 40), 34)}
    </svg>`;
  return sharp(Buffer.from(picture)).png().toBuffer();
}
