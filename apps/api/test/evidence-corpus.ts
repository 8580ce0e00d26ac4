import type { FileRefusal } from '@attest/domain/evidence';
import { COMPOUND, EICAR, aChunk, aJpeg, aPdf, aPng, aSegment, aZip, anOffice, anOpenDocument, contentTypes, exif, type Packed } from './evidence-files';

/** Taken, under the name it is given then; or refused, and why. */
export type Expected = { readonly taken: string } | { readonly refused: FileRefusal };
export interface Specimen { readonly what: string; readonly name: string; readonly bytes: Buffer; readonly expected: Expected; readonly holdsNo?: readonly string[] }

const taken = (name: string): Expected => ({ taken: name });
const no = (refused: FileRefusal): Expected => ({ refused });
const SCRIPT = '<script>alert(document.cookie)</script>';
const page = `<!DOCTYPE html><html><body>${SCRIPT}</body></html>`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`;
const gif = Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;', 'latin1');
const macro: Packed = { name: 'word/vbaProject.bin', content: COMPOUND };
const zeros = Buffer.alloc(60 * 1024 * 1024);
const bomb = (): Packed[] => Array.from({ length: 5 }, (_, at) => ({ name: `word/media/image${at}.bmp`, content: zeros }));
const lockedOffice = Buffer.concat([COMPOUND, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(512)]);

/** Files that mean harm or are only broken, and the sound ones they must not be confused with. */
export function specimens(): Specimen[] {
  return [
    { what: 'a script in a drawing', name: 'logo.svg', bytes: Buffer.from(svg), expected: no('web-page') },
    { what: 'a drawing called a picture', name: 'logo.png', bytes: Buffer.from(svg), expected: no('kind-disagrees') },
    { what: 'a drawing called text', name: 'logo.txt', bytes: Buffer.from(svg), expected: no('web-page') },
    { what: 'a drawing declared as XML, called text', name: 'logo.txt', bytes: Buffer.from(`<?xml version="1.0"?>${svg}`), expected: no('web-page') },
    { what: 'a web page', name: 'policy.html', bytes: Buffer.from(page), expected: no('web-page') },
    { what: 'a web page called a picture', name: 'photo.png', bytes: Buffer.from(page), expected: no('kind-disagrees') },
    { what: 'a web page called a PDF', name: 'policy.pdf', bytes: Buffer.from(page), expected: no('kind-disagrees') },
    { what: 'a web page called text', name: 'policy.txt', bytes: Buffer.from(page), expected: no('web-page') },
    { what: 'a web page in UTF-16 called text', name: 'policy.txt', bytes: Buffer.from(`\ufeff${page}`, 'utf16le'), expected: no('web-page') },
    { what: 'a script after words that look harmless', name: 'notes.txt', bytes: Buffer.from(`Minutes of the meeting\n${SCRIPT}`), expected: no('web-page') },
    { what: 'a script in a CSV', name: 'staff.csv', bytes: Buffer.from(`name,role\n"<img src=x onerror=alert(1)>",head`), expected: no('web-page') },
    { what: 'a Word file with macros, named so', name: 'log.docm', bytes: anOffice('docx', [macro]), expected: no('macros') },
    { what: 'a Word file with macros that says it has none', name: 'log.docx', bytes: anOffice('docx', [macro]), expected: no('macros') },
    { what: 'macros hidden in another folder', name: 'log.docx', bytes: anOffice('docx', [{ ...macro, name: 'elsewhere/VBAPROJECT.BIN' }]), expected: no('macros') },
    { what: 'an Excel file of the kind with macros', name: 'log.xlsx', bytes: aZip([contentTypes('xl/workbook.xml', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'), { name: 'xl/workbook.xml', content: '<x/>' }]), expected: no('macros') },
    { what: 'an OpenDocument with a Basic library', name: 'log.odt', bytes: anOpenDocument('text', '<m/>', [{ name: 'Basic/Standard/Module1.xml', content: '<x/>' }]), expected: no('macros') },
    { what: 'a PDF with JavaScript, which is handed out to be saved and never shown', name: 'form.pdf', bytes: aPdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >> '), expected: taken('form.pdf') },
    { what: 'a PDF with a password', name: 'locked.pdf', bytes: Buffer.from(aPdf().toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 5 0 R'), 'latin1'), expected: no('password') },
    { what: 'a PDF and a zip in one', name: 'both.pdf', bytes: Buffer.concat([aPdf(), aZip([{ name: 'run.exe', content: 'MZ' }])]), expected: no('two-in-one') },
    { what: 'a PDF with a web page behind its end', name: 'both.pdf', bytes: Buffer.concat([aPdf(), Buffer.from(page.repeat(100))]), expected: no('two-in-one') },
    { what: 'a PDF that ends too early', name: 'half.pdf', bytes: aPdf().subarray(0, 60), expected: no('broken') },
    { what: 'a GIF and a zip in one, called a picture', name: 'photo.png', bytes: Buffer.concat([gif, aZip([{ name: 'run.exe', content: 'MZ' }])]), expected: no('picture-kind') },
    { what: 'a GIF', name: 'photo.gif', bytes: gif, expected: no('picture-kind') },
    { what: 'a picture of 20,000 by 20,000', name: 'huge.png', bytes: aPng({ width: 20_000, height: 20_000 }), expected: no('picture-too-large') },
    { what: 'the same as a JPEG', name: 'huge.jpg', bytes: aJpeg({ width: 20_000, height: 20_000 }), expected: no('picture-too-large') },
    { what: 'a picture without size', name: 'none.png', bytes: aPng({ width: 0, height: 5 }), expected: no('broken') },
    { what: 'a picture that ends too early', name: 'half.png', bytes: aPng().subarray(0, 40), expected: no('broken') },
    { what: 'a JPEG that ends too early', name: 'half.jpg', bytes: aJpeg().subarray(0, -4), expected: no('broken') },
    { what: 'a JPEG whose parts lie about their length', name: 'lies.jpg', bytes: Buffer.from('ffd8ffe0ffff4a464946', 'hex'), expected: no('broken') },
    { what: 'a picture with a program behind its end, which is left out', name: 'photo.png', bytes: Buffer.concat([aPng(), Buffer.from(`MZ${page}`)]), expected: taken('photo.png'), holdsNo: ['<script', 'MZ'] },
    { what: 'a picture with a script in its words, which are left out', name: 'photo.png', bytes: aPng({ more: [aChunk('tEXt', `Comment\0${SCRIPT}`), aChunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${SCRIPT}`)] }), expected: taken('photo.png'), holdsNo: ['<script', 'tEXt', 'iTXt'] },
    { what: 'a picture that says where it was taken, which is left out', name: 'photo.png', bytes: aPng({ more: [aChunk('eXIf', 'GPS 54.5742N')] }), expected: taken('photo.png'), holdsNo: ['GPS', 'eXIf'] },
    { what: 'a photograph that says where it was taken, which is left out', name: 'photo.jpg', bytes: aJpeg({ more: [exif(6), aSegment(0xed, 'Photoshop 3.0 by J Ahmed'), aSegment(0xfe, 'taken at home')] }), expected: taken('photo.jpg'), holdsNo: ['GPS', 'Ahmed', 'home'] },
    { what: 'a photograph with a zip behind its end, which is left out', name: 'photo.jpeg', bytes: aJpeg({ after: aZip([{ name: 'run.exe', content: 'MZ' }]) }), expected: taken('photo.jpeg'), holdsNo: ['PK', 'run.exe'] },
    { what: 'a photograph called a PDF', name: 'scan.pdf', bytes: aJpeg(), expected: no('kind-disagrees') },
    { what: 'a program', name: 'setup.exe', bytes: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(256)]), expected: no('kind') },
    { what: 'a program called a PDF', name: 'setup.pdf', bytes: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(256)]), expected: no('kind-disagrees') },
    { what: 'a name with two ends', name: 'policy.pdf.exe', bytes: aPdf(), expected: no('kind') },
    { what: 'a name without an end', name: 'policy', bytes: aPdf(), expected: no('kind') },
    { what: 'an archive', name: 'all.zip', bytes: aZip([{ name: 'policy.pdf', content: aPdf() }]), expected: no('archive') },
    { what: 'an archive called a Word file', name: 'all.docx', bytes: aZip([{ name: 'policy.pdf', content: aPdf() }]), expected: no('archive') },
    { what: 'an Excel file called a Word file', name: 'log.docx', bytes: anOffice('xlsx'), expected: no('kind-disagrees') },
    { what: 'a file that unpacks to 300 MB', name: 'bomb.docx', bytes: anOffice('docx', bomb()), expected: no('unpacks-too-large') },
    { what: 'one that says it unpacks to nothing', name: 'bomb.docx', bytes: anOffice('docx', bomb().map((part) => ({ ...part, claims: 1 }))), expected: no('unpacks-too-large') },
    { what: 'a list of contents that unpacks to 60 MB', name: 'bomb.xlsx', bytes: aZip([{ name: '[Content_Types].xml', content: zeros }]), expected: no('unpacks-too-large') },
    { what: 'ten thousand entries', name: 'many.docx', bytes: anOffice('docx', Array.from({ length: 10_000 }, (_, at) => ({ name: `word/${at}.xml`, content: '' }))), expected: no('unpacks-too-large') },
    { what: 'a package whose directory points nowhere', name: 'odd.docx', bytes: Buffer.concat([anOffice('docx').subarray(0, -6), Buffer.from('ffffff7f0000', 'hex')]), expected: no('broken') },
    { what: 'a package that ends too early', name: 'half.docx', bytes: anOffice('docx').subarray(0, -30), expected: no('broken') },
    { what: 'a package with a password on its entries', name: 'locked.docx', bytes: aZip([{ ...contentTypes('word/document.xml', 'x'), flags: 1 }]), expected: no('password') },
    { what: 'an Office file with a password', name: 'locked.xlsx', bytes: lockedOffice, expected: no('password') },
    { what: 'an OpenDocument with a password', name: 'locked.ods', bytes: anOpenDocument('spreadsheet', '<manifest:encryption-data/>'), expected: no('password') },
    { what: 'an Office file of before 2007', name: 'old.doc', bytes: COMPOUND, expected: no('old-office') },
    { what: 'one that says it is new', name: 'old.docx', bytes: COMPOUND, expected: no('old-office') },
    { what: 'an e-mail', name: 'complaint.eml', bytes: Buffer.from('From: a@example.org\nSubject: Hello\n\nHello'), expected: no('e-mail') },
    { what: 'nothing at all', name: 'empty.pdf', bytes: Buffer.alloc(0), expected: no('empty') },
    { what: 'bytes without sense, called text', name: 'noise.txt', bytes: Buffer.from([1, 2, 3, 0, 4, 5]), expected: no('kind') },
    { what: 'a script of the shell called text', name: 'run.txt', bytes: Buffer.from('#!/bin/sh\nrm -rf ~'), expected: no('kind') },
    { what: 'a name that climbs out of its folder', name: '../../../etc/policy.pdf', bytes: aPdf(), expected: taken('policy.pdf') },
    { what: 'a name that climbs out of its folder, as Windows writes it', name: '..\\..\\Windows\\policy.pdf', bytes: aPdf(), expected: taken('policy.pdf') },
    { what: 'a name with a line break and a header in it', name: 'policy\r\nSet-Cookie: attest=1.pdf', bytes: aPdf(), expected: taken('policy Set-Cookie- attest=1.pdf') },
    { what: 'a name that reads from right to left in its middle', name: 'policy\u202efdp.exe', bytes: aPdf(), expected: no('kind') },
    { what: 'the same with a fitting end', name: 'policy\u202eexe.pdf', bytes: aPdf(), expected: taken('policy exe.pdf') },
    { what: 'a name that says nothing', name: '\u200b.pdf', bytes: aPdf(), expected: no('kind') },
    { what: 'a name with quotation marks and a semicolon', name: 'a";filename=b.pdf', bytes: aPdf(), expected: taken('a-;filename=b.pdf') },
    { what: 'a name with letters of everywhere', name: 'Siarad Cymraeg – ŵ – 学校.pdf', bytes: aPdf(), expected: taken('Siarad Cymraeg – ŵ – 学校.pdf') },
    { what: 'a name of 10,000 characters', name: `${'a'.repeat(10_000)}.pdf`, bytes: aPdf(), expected: taken(`${'a'.repeat(250)}….pdf`) },
    { what: 'the test file of all scanners, where no scanner is set up', name: 'eicar.txt', bytes: Buffer.from(EICAR), expected: taken('eicar.txt') },
    { what: 'a PDF', name: 'policy.pdf', bytes: aPdf(), expected: taken('policy.pdf') },
    { what: 'a Word file', name: 'policy.docx', bytes: anOffice('docx'), expected: taken('policy.docx') },
    { what: 'an Excel file', name: 'log.XLSX', bytes: anOffice('xlsx'), expected: taken('log.XLSX') },
    { what: 'a PowerPoint file', name: 'training.pptx', bytes: anOffice('pptx'), expected: taken('training.pptx') },
    { what: 'an OpenDocument text', name: 'policy.odt', bytes: anOpenDocument('text'), expected: taken('policy.odt') },
    { what: 'an OpenDocument spreadsheet', name: 'log.ods', bytes: anOpenDocument('spreadsheet'), expected: taken('log.ods') },
    { what: 'an OpenDocument presentation', name: 'training.odp', bytes: anOpenDocument('presentation'), expected: taken('training.odp') },
    { what: 'a picture', name: 'display.png', bytes: aPng(), expected: taken('display.png') },
    { what: 'a photograph', name: 'display.jpg', bytes: aJpeg(), expected: taken('display.jpg') },
    { what: 'text', name: 'minutes.txt', bytes: Buffer.from('We met on 3 < 4 of the days & agreed.'), expected: taken('minutes.txt') },
    { what: 'a CSV as Excel in England saves it', name: 'staff.csv', bytes: Buffer.from('name,pay\r\nAnn,\xa310', 'latin1'), expected: taken('staff.csv') },
  ];
}
