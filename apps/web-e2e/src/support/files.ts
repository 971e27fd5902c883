import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';

/** A file as somebody chooses it. */
export interface ChosenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A picture of one colour. */
export async function aPicture(
  name: string,
  colour: string,
  width = 1_200,
  height = 800,
): Promise<ChosenFile> {
  const buffer = await sharp({ create: { width, height, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}

export function aReport(name: string, bytes = 2_000): ChosenFile {
  const head = Buffer.from('%PDF-1.4\n');
  return { name, mimeType: 'application/pdf', buffer: Buffer.concat([head, Buffer.alloc(bytes, 'tea ')]) };
}

/** As if chosen with the button; the dialog of the system is no part of the page. */
export async function attach(page: Page, files: readonly ChosenFile[]): Promise<void> {
  await page
    .locator('parley-attach-button input[multiple]')
    .first()
    .setInputFiles([...files]);
}

export function tray(page: Page): Locator {
  return page.getByRole('list', { name: 'Attached files' });
}
