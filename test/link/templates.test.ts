import { describe, expect, test } from 'vitest';
import { newsroom, prose } from './world.ts';

const BRIDGES =
  `Die Stadt Grünhausen will ihre maroden Brücken bis zum Jahr 2031 für rund 48 Millionen Euro sanieren lassen.
Das kündigte Oberbürgermeisterin Katrin Möller am Dienstag nach einer Sitzung des Bauausschusses an. Zunächst soll die
Eisenbahnbrücke am Südring erneuert werden, über die täglich fast 14.000 Fahrzeuge rollen. Gutachter hatten dort im Frühjahr
Risse in zwei tragenden Pfeilern entdeckt. Seither dürfen Lastwagen mit mehr als 7,5 Tonnen die Brücke nicht mehr benutzen.
Die Opposition im Rathaus hält den Zeitplan für unrealistisch. Händler in der Südstadt fürchten um ihre Existenz.`.replaceAll(
    '\n',
    ' ',
  );

const kindsOf = (
  first: { text: string; title?: string; sourceId?: string },
  second: { text: string; title?: string; sourceId?: string; publishedAt?: string },
): string[] => {
  const room = newsroom();
  room.print({ language: 'de', ...first });
  const { links } = room.print({ language: 'de', ...second });
  room.db.close();
  return links.map(({ kind }) => kind);
};

describe('a text is found again in another spelling', () => {
  test.each([
    [
      'ae, oe, ue, ss',
      (text: string) =>
        text
          .replaceAll('ä', 'ae')
          .replaceAll('ö', 'oe')
          .replaceAll('ü', 'ue')
          .replaceAll('Ü', 'Ue')
          .replaceAll('ß', 'ss'),
    ],
    [
      'bare vowels',
      (text: string) =>
        text
          .normalize('NFD')
          .replace(/\p{Mn}/gu, '')
          .replaceAll('ß', 'ss'),
    ],
    ['numbers with blanks', (text: string) => text.replace('14.000', '14 000')],
  ])('%s', (_what, spell) => {
    expect(kindsOf({ text: BRIDGES }, { text: spell(BRIDGES) })).toEqual(['duplicate']);
  });
});

const weather = (day: string, low: number, high: number) =>
  `Das Wetter in Hessen zeigt sich am ${day} freundlich und trocken. Die Temperaturen erreichen nach Angaben des Wetterdienstes Werte zwischen ${low} und ${high} Grad, im Bergland werden es höchstens ${low - 3} Grad. Der Wind weht schwach aus westlichen Richtungen. In der Nacht zum Folgetag kühlt es auf ${low - 8} bis ${high - 9} Grad ab. Autofahrer sollten am Morgen mit Nebel in den Flussniederungen rechnen.`;
const draw = (day: string, numbers: string) =>
  `Die Gewinnzahlen der Lotto-Ziehung vom ${day} stehen fest. Gezogen wurden in Saarbrücken die Zahlen ${numbers}. Alle Angaben sind wie immer ohne Gewähr. Im Jackpot lagen bei dieser Ziehung mehrere Millionen Euro. Wer gewinnen will, muss sechs Richtige und die passende Superzahl getippt haben.`;
const crash = (road: string, age: number) =>
  `Bei einem Verkehrsunfall auf der ${road} ist am Wochenende ein ${age}-Jähriger verletzt worden. Nach Angaben der Polizei kam das Fahrzeug aus noch ungeklärter Ursache von der Fahrbahn ab und prallte gegen die Leitplanke. Der Fahrer wurde mit einem Rettungswagen in ein Krankenhaus gebracht. Die Strecke war während der Bergungsarbeiten zeitweise gesperrt. Die Polizei bittet Zeugen, sich zu melden.`;

describe('one template filled twice by two outlets is two reports', () => {
  test.each([
    ['weather of two days', weather('Montag', 18, 22), weather('Donnerstag', 14, 19)],
    [
      'lottery numbers, all of them small',
      draw('Samstag', '3, 11, 17, 22, 31 und 44'),
      draw('Mittwoch', '5, 9, 13, 27, 38 und 49'),
    ],
    ['accidents on two roads', crash('A3 bei Limburg', 34), crash('B54 bei Siegen', 61)],
  ])('%s', (_what, first, second) => {
    expect(
      kindsOf({ text: first, title: 'Erste Meldung' }, { text: second, title: 'Zweite Meldung' }),
    ).toEqual([]);
    expect(
      kindsOf({ text: first, title: 'Erste Meldung' }, { text: first, title: 'Anders betitelt' }),
    ).toEqual(['duplicate']);
  });

  test('but one corrected number makes no other report', () => {
    const corrected = BRIDGES.replace('48 Millionen', '84 Millionen').replace('marode', 'alte');
    expect(kindsOf({ text: BRIDGES }, { text: corrected })).toEqual(['duplicate']);
  });
});

test('what stands under every article makes no copy, in two outlets neither', () => {
  const terms = prose(31, 5);
  const first = { text: `Der Chor probt wieder. ${terms}`, title: 'Chor in Neustadt probt' };
  const second = { text: `Ein Bagger rollte in den Teich. ${terms}`, title: 'Bagger im Teich' };
  expect(kindsOf(first, second)).toEqual([]);
});

test('a copy under an outlet’s own opening is found by what its headline is about', () => {
  const own = `Seit Jahren wird in der Region darüber gestritten. ${BRIDGES}`;
  expect(
    kindsOf(
      { text: BRIDGES, title: 'Brücken werden saniert' },
      { text: own, title: 'Streit um marode Brücken' },
    ),
  ).toEqual(['duplicate']);
});
