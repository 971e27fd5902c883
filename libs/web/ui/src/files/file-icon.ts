import {
  mdiCodeTags,
  mdiFileDocumentOutline,
  mdiFileExcelOutline,
  mdiFileImageOutline,
  mdiFileMusicOutline,
  mdiFileOutline,
  mdiFilePdfBox,
  mdiFilePowerpointOutline,
  mdiFileVideoOutline,
  mdiFileWordOutline,
  mdiFolderZipOutline,
} from '@mdi/js';

const icons: readonly (readonly [RegExp, string])[] = [
  [/^image\//, mdiFileImageOutline],
  [/^video\//, mdiFileVideoOutline],
  [/^audio\//, mdiFileMusicOutline],
  [/pdf/, mdiFilePdfBox],
  [/spreadsheet|excel|csv/, mdiFileExcelOutline],
  [/presentation|powerpoint/, mdiFilePowerpointOutline],
  [/wordprocessing|msword|opendocument\.text|rtf/, mdiFileWordOutline],
  [/zip|compressed|x-tar|gzip|x-7z|rar/, mdiFolderZipOutline],
  [/json|xml|javascript|html|css/, mdiCodeTags],
  [/^text\//, mdiFileDocumentOutline],
];

/** A picture for a sort of file. */
export function fileIcon(mime: string): string {
  return icons.find(([kind]) => kind.test(mime))?.[1] ?? mdiFileOutline;
}
