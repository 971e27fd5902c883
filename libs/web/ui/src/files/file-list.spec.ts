import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FileInfo } from '@parley/contracts';
import { provideKeysAsTexts, settle } from '@parley/web-testing';
import { Lightbox, type Exhibition } from '../lightbox/lightbox';
import { FileList } from './file-list';

const later = Math.round(Date.now() / 1_000) + 3_600;

function aFile(wishes: Partial<FileInfo>): FileInfo {
  const name = wishes.name ?? 'kettle.jpg';
  return {
    id: name,
    name,
    mime: 'image/jpeg',
    size: 1_000,
    url: `/api/files/${name}?exp=${later}`,
    ...wishes,
  };
}

describe('FileList', () => {
  let fixture: ComponentFixture<FileList>;
  let opened: Exhibition[];
  let expired: number;

  beforeEach(() => {
    opened = [];
    expired = 0;
    const lightbox: Partial<Lightbox> = { open: async (exhibition) => void opened.push(exhibition) };
    TestBed.configureTestingModule({
      providers: [provideKeysAsTexts(), { provide: Lightbox, useValue: lightbox }],
    });
    fixture = TestBed.createComponent(FileList);
    fixture.componentInstance.expired.subscribe(() => (expired += 1));
  });

  const host = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const show = async (files: FileInfo[]): Promise<void> => {
    fixture.componentRef.setInput('files', files);
    await settle();
  };

  it('keeps the place of a picture that is not there yet', async () => {
    await show([aFile({ width: 1_600, height: 1_200, previewUrl: '/api/files/kettle.jpg/preview' })]);

    const frame = host().querySelector<HTMLElement>('.pictures');
    expect(frame?.style.inlineSize).toBe('400px');
    expect(frame?.style.getPropertyValue('--ratio')).toBe('400 / 300');
    expect(host().querySelector('img')?.getAttribute('src')).toBe('/api/files/kettle.jpg/preview');
  });

  it('opens the one that was pressed, among the others', async () => {
    await show([
      aFile({ name: 'a.jpg' }),
      aFile({ name: 'b.jpg' }),
      aFile({ name: 'c.pdf', mime: 'application/pdf' }),
    ]);

    host().querySelectorAll<HTMLElement>('.pictures button')[1]?.click();

    expect(opened[0]?.index).toBe(1);
    expect(opened[0]?.files().map(({ name }) => name)).toEqual(['a.jpg', 'b.jpg']);
  });

  it('offers what is not shown as a file to have', async () => {
    await show([aFile({ name: 'report.pdf', mime: 'application/pdf' })]);

    expect(host().querySelector('a[download="report.pdf"]')?.textContent).toContain('PDF');
    expect(expired).toBe(0);
  });

  it('asks for fresh addresses when they have expired', async () => {
    await show([aFile({ url: '/api/files/kettle.jpg?exp=1000&sig=x' })]);

    expect(expired).toBe(1);
  });
});
