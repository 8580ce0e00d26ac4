export { LARGEST_FILE, MOST_PIECES, MOST_PIXELS, acceptedExtensions, evidenceKinds, fileTypes, isExpired, scanStates, wordForMedia } from './kinds';
export type { EvidenceKind, FileType, FileTypeName, ScanState } from './kinds';
export { MOST_OF_A_NAME, cleanedFileName, extensionOf, titleFrom } from './file-name';
export { fileRefusals, refusalBefore, refusalOfExtension } from './file-refusals';
export type { FileRefusal } from './file-refusals';
export { signsInWords, signsOfAChild } from './child-signs';
export type { ChildSign, ChildSignKind } from './child-signs';
