import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Failure } from './failure.ts';

const MAX_CODINGS = 3;

/**
 * Reads a body to its end, undoing its content codings. What counts against `maxBytes` is the decoded text, so
 * that a small bomb cannot become a large document.
 * @throws Failure `too-large` or `bad-encoding`; the decoder's or the socket's own error when the body breaks off
 */
export async function readBody(
  source: Readable,
  contentEncoding: string | undefined,
  maxBytes: number,
): Promise<Uint8Array> {
  const stream = decoders(contentEncoding).reduce<Readable>(decodeWith, source);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new Failure('too-large', `${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return concat(chunks, size);
}

/** Pipes so that an error or an early end on either side ends both; the error reaches whoever reads. */
function decodeWith(encoded: Readable, decoder: Transform): Readable {
  return pipeline(encoded, decoder, () => {});
}

/** Decoders in the order to apply them: the coding named last was applied last. */
function decoders(contentEncoding: string | undefined): Transform[] {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > MAX_CODINGS) throw new Failure('bad-encoding', `${codings.length} content codings`);
  return codings.reverse().map((coding) => {
    if (coding === 'gzip' || coding === 'x-gzip') return createGunzip();
    if (coding === 'br') return createBrotliDecompress();
    if (coding === 'deflate') return createInflate();
    throw new Failure('bad-encoding', `content coding ${coding.slice(0, 40)}`);
  });
}

/** A plain Uint8Array, not a Buffer: it owns its memory and can be handed to another thread. */
function concat(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
