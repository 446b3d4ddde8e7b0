import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../src/collect/decode.ts';

const bytes = (text: string, encoding: string) => new Uint8Array(iconv.encode(text, encoding));
const decode = (content: Uint8Array, header: string | null = null, kind: 'xml' | 'html' = 'xml') =>
  decodeBytes(content, header, kind);

describe('bytes become text', () => {
  it('by the byte order mark, which is no part of the text', () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']) {
      const content = new Uint8Array(iconv.encode('<a>Grüße</a>', encoding, { addBOM: true }));
      expect(decode(content)).toEqual({ text: '<a>Grüße</a>', encoding });
    }
  });

  it('by its zero bytes, where wide characters come without a mark', () => {
    for (const encoding of ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']) {
      expect(decode(bytes('<?xml version="1.0"?><a>ü</a>', encoding)).encoding).toBe(encoding);
    }
  });

  it('as UTF-8 where it is valid, whatever a label says', () => {
    const content = bytes('<?xml version="1.0" encoding="ISO-8859-1"?><a>Übermut</a>', 'utf-8');
    expect(decode(content, 'text/xml; charset=iso-8859-1').text).toContain('Übermut');
  });

  it('by the charset of the header before the prolog', () => {
    const content = bytes('<?xml version="1.0" encoding="iso-8859-1"?><a>Привет</a>', 'koi8-r');
    expect(decode(content, 'text/xml;charset="KOI8-R"').text).toContain('Привет');
  });

  it('by the prolog where the header names UTF-8 in vain', () => {
    const content = bytes('<?xml version="1.0" encoding="iso-8859-2"?><a>łódź</a>', 'iso-8859-2');
    expect(decode(content, 'application/xml; charset=utf-8').text).toContain('łódź');
  });

  it('by the meta element of a page, in either spelling', () => {
    const modern = bytes('<!doctype html><meta charset=windows-1251><p>Слово</p>', 'windows-1251');
    const old = bytes(
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"></head>言葉',
      'shift_jis',
    );
    expect(decode(modern, 'text/html', 'html').text).toContain('Слово');
    expect(decode(old, null, 'html').text).toContain('言葉');
  });

  it('as windows-1252 where a page says iso-8859-1 or nothing at all', () => {
    const quoted = bytes('<a>„Preis: 5 €“</a>', 'windows-1252');
    expect(decode(quoted).text).toBe('<a>„Preis: 5 €“</a>');
    expect(decode(quoted, 'text/xml; charset=iso-8859-1').text).toBe('<a>„Preis: 5 €“</a>');
  });

  it('as UTF-8 in spite of one damaged character', () => {
    const whole = bytes(`<a>${'äöü'.repeat(10)}`, 'utf-8');
    const cut = whole.subarray(0, whole.length - 1);
    expect(decode(cut, 'text/xml; charset=iso-8859-1').encoding).toBe('utf-8');
  });

  it('by the label where the encoding is one of plain ASCII bytes', () => {
    const japanese = new Uint8Array(Buffer.from('<a>\x1b$B8@MU\x1b(B</a>', 'latin1'));
    expect(decode(japanese, 'text/xml; charset=iso-2022-jp').text).toBe('<a>言葉</a>');
  });

  it('in spite of labels that nobody knows or that the bytes refute', () => {
    expect(decode(bytes('<a>ü</a>', 'windows-1252'), 'text/xml; charset=klingon').text).toBe('<a>ü</a>');
    expect(decode(bytes('<a>ü</a>', 'utf-8'), 'text/xml; charset=utf-16').text).toBe('<a>ü</a>');
  });

  it('without ever throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.option(fc.string()), (content, header) => {
        expect(typeof decodeBytes(content, header, 'html').text).toBe('string');
      }),
    );
  });
});
