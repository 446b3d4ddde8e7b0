import { expect, test } from 'vitest';
import { alertMessage } from '../../src/publish/alert.ts';

test('alerts are said in the channel’s language, many in one message', () => {
  const lines = Array.from({ length: 25 }, (_, i) => ({
    ...{ sourceId: `s${i}`, outlet: `Blatt ${i}`, feedUrl: null, kind: 'silent' as const },
    ...{ since: '2025-05-01T00:00:00.000Z', error: null, usualMs: 10_800_000 },
  }));
  const message = alertMessage({ direction: 'down', lines }, '2025-05-20T00:00:00.000Z', 'de');
  expect(message.title).toBe('Es kommt nichts mehr: 25 Quellen');
  expect(message.body).toHaveLength(21);
  expect(JSON.stringify(message.body[0])).toMatch(/nichts Neues seit.*üblicher Abstand: 3 Stunden/);
  expect(message.footer).toBe('standoff status');
});
