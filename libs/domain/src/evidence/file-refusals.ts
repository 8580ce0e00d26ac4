/** Why a file is not taken, each with the sentence that says what to do instead. */
export const fileRefusals = {
  'missing': 'Choose a file first, and send it in the field "file".',
  'empty': 'The selected file is empty. Check that it opens on your computer, then choose it again.',
  'too-large': 'The selected file must be smaller than 25 MB. Make it smaller, or add a link to where it is kept.',
  'kind': 'The selected file must be a PDF, a Word, Excel, PowerPoint or OpenDocument file, a picture (JPEG or PNG), or text (TXT or CSV). Save it as one of these, or add a link to where it is kept.',
  'kind-disagrees': 'The end of the name of the selected file does not fit what is in it. Save it again from the program it was made with.',
  'web-page': 'The selected file is a web page or a drawing that can run programs. Save it as a PDF instead.',
  'picture-kind': 'The selected picture must be a JPEG or PNG. Save it as one of these.',
  'old-office': 'The selected file is of an older kind of Office file. Open it and save it as .docx, .xlsx or .pptx, or as a PDF.',
  'e-mail': 'The selected file is an e-mail, which may carry names and files of other people. Save what is needed of it as a PDF.',
  'archive': 'The selected file is an archive with other files in it. Add the files one by one.',
  'password': 'The selected file is password protected. Save a copy without a password, then choose that.',
  'macros': 'The selected file has macros, which can run programs. Save it without macros (.docx, .xlsx or .pptx), or as a PDF.',
  'unpacks-too-large': 'The selected file unpacks to far more than it should. Save it as a PDF, or add a link to where it is kept.',
  'picture-too-large': 'The selected picture has more than 64 million pixels. Save it smaller.',
  'two-in-one': 'The selected file is two kinds of file at once. Save it again from the program it was made with.',
  'broken': 'The selected file cannot be read: it is damaged or ends too early. Check that it opens on your computer, then choose it again.',
} as const;
export type FileRefusal = keyof typeof fileRefusals;

/** Kinds of file that people do have, by the end of their name, and why they are not taken. */
const known: Readonly<Record<string, FileRefusal>> = {
  doc: 'old-office', xls: 'old-office', ppt: 'old-office', dot: 'old-office', rtf: 'kind',
  docm: 'macros', xlsm: 'macros', pptm: 'macros', dotm: 'macros', xltm: 'macros', potm: 'macros', ppsm: 'macros', xlsb: 'macros',
  htm: 'web-page', html: 'web-page', xhtml: 'web-page', svg: 'web-page', svgz: 'web-page', mht: 'web-page', mhtml: 'web-page',
  eml: 'e-mail', msg: 'e-mail', zip: 'archive', '7z': 'archive', rar: 'archive', gz: 'archive', tar: 'archive', iso: 'archive',
  heic: 'picture-kind', heif: 'picture-kind', gif: 'picture-kind', bmp: 'picture-kind', webp: 'picture-kind', tif: 'picture-kind', tiff: 'picture-kind', avif: 'picture-kind',
};

/** What can be said of a file before it is sent, by its name and size alone; null when it may be sent. What is in it, the API looks at. */
export function refusalBefore({ extension, size }: { readonly extension: string; readonly size: number }, accepted: readonly string[], largest: number): FileRefusal | null {
  if (size === 0) return 'empty';
  if (size > largest) return 'too-large';
  return accepted.includes(extension) ? null : refusalOfExtension(extension);
}

export const refusalOfExtension = (extension: string): FileRefusal => known[extension] ?? 'kind';
