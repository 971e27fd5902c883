import { describe, expect, it } from '@jest/globals';
import { pastedFiles } from './attaching';

const picture = new File(['pixels'], 'image.png', { type: 'image/png' });

function aClipboard(types: Record<string, string>, files: File[]): DataTransfer {
  const clipboard: Partial<DataTransfer> = {
    types: Object.keys(types),
    files: files as unknown as FileList,
    getData: (type) => types[type] ?? '',
  };
  return clipboard as DataTransfer;
}

describe('pastedFiles', () => {
  it('takes a picture, also one that was copied from a page', () => {
    expect(pastedFiles(aClipboard({ Files: '' }, [picture]))).toEqual([picture]);
    expect(pastedFiles(aClipboard({ Files: '', 'text/html': '<img>' }, [picture]))).toEqual([picture]);
  });

  it('takes a file from the desktop, whose name comes along as text', () => {
    expect(pastedFiles(aClipboard({ Files: '', 'text/plain': 'image.png' }, [picture]))).toEqual([picture]);
  });

  it('leaves text that an office program also draws', () => {
    const clipboard = aClipboard({ Files: '', 'text/html': '<b>tea</b>', 'text/plain': 'tea' }, [picture]);

    expect(pastedFiles(clipboard)).toEqual([]);
    expect(pastedFiles(null)).toEqual([]);
  });
});
