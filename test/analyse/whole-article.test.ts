import { describe, expect, it } from 'vitest';
import { read, refs } from './dispute.ts';

/** An English report such as small sites write: share bar, citation marks, agency named among the sources. */
const REPORT = `FacebookTwitterWhatsappE-MailPrintCopy Link

The Higher Regional Court of Cologne has rejected an application for an injunction by the North Rhine-Westphalia Consumer Advice Center (Verbraucherzentrale NRW) against Meta. The US company may therefore begin to train its AI on public posts by adult users of Facebook and Instagram on 27 May 2025. [1]

The judges saw no breach of European law on a first view. Meta may rely on a legitimate interest under the GDPR, and users can still opt out with a form. The European Data Protection Board (EDPB) had left the door open to this in December. [2]

"We still regard the use of the data as highly doubtful," said Christine Steffen, data protection expert at the consumer organisation. Steffen advises users to object in time.

The Irish Data Protection Commission (DPC) had asked for improvements last week. The privacy group noyb, by contrast, threatens further steps. National Data Protection Authorities (DPAs) in other countries watch the case.

For the European Commission and the German government, the dispute is about innovation, too: Europe must not fall behind in AI.

Sources: ntv.de, DPA`;

describe('a whole report', () => {
  const found = read(REPORT, {
    title: 'Court clears Meta’s AI plans',
    publishedAt: '2025-05-24T09:00:00.000Z',
  });

  it('is core', () => {
    expect(found.relevance.grade).toBe('core');
  });

  it('names everybody, and takes neither the authorities nor the contract for the agency', () => {
    const people = ['p_steffen'];
    const products = ['facebook', 'instagram'];
    expect(refs(found, 'party')).toEqual(
      [
        ...['de_government', 'dpc', 'ec', 'edpb', 'meta', 'noyb', 'olg_koeln', 'vz_nrw'],
        ...people,
        ...products,
      ].sort(),
    );
  });

  it('knows its subjects', () => {
    expect(refs(found, 'topic')).toEqual(
      expect.arrayContaining(['injunction', 'innovation', 'legitimate_interest', 'opt_out', 'ruling']),
    );
  });

  it('knows the day on which training starts', () => {
    expect(found.dates.find(({ day }) => day === '2025-05-27')).toMatchObject({
      type: 'training-start',
      precision: 'day',
    });
  });

  it('reports a ruling', () => {
    expect(found.stage).toBe('ruling');
  });
});

/** A German service text whose background names the other disputes of the same parties. */
const SERVICE = `Wer nicht möchte, dass Meta die eigenen Beiträge zum Training seiner KI verwendet, muss bis Montag widersprechen. Das geht bei Facebook und Instagram über je ein Formular.

So geht es Schritt für Schritt: Einstellungen öffnen, "Datenschutzrichtlinie" suchen, das Formular zum Widerspruch ausfüllen und absenden. Eine Begründung ist nicht nötig, erklärt die Verbraucherzentrale Nordrhein-Westfalen.

Auch Google, X und LinkedIn trainieren Modelle mit Daten ihrer Nutzer, teils ohne dass man widersprechen kann.

Die Verbraucherzentrale hatte Meta vergeblich abgemahnt und war am Freitag vor dem OLG Köln gescheitert (Az. I-15 UKl 2/25). Ein anderes Verfahren betrifft das werbefreie Abo des Konzerns.

Der Hamburgische Datenschutzbeauftragte Thomas Fuchs sieht das Vorhaben kritisch. Chats bei WhatsApp bleiben außen vor, sofern man dort nicht mit Meta AI schreibt.

dpa/tmn`;

describe('a service text', () => {
  const found = read(SERVICE, {
    title: 'KI-Training bei Facebook und Instagram: So widersprechen Sie',
    publishedAt: '2025-05-24T09:00:00.000Z',
  });

  it('is core, although it names other controllers and another dispute', () => {
    expect(found.relevance.grade).toBe('core');
  });

  it('names the parties', () => {
    expect(refs(found, 'party')).toEqual(
      [
        'facebook',
        'hmbbfdi',
        'instagram',
        'meta',
        'meta_ai',
        'olg_koeln',
        'p_fuchs',
        'vz_nrw',
        'whatsapp',
      ].sort(),
    );
  });

  it('knows its subjects, the docket and the deadline', () => {
    expect(refs(found, 'topic')).toEqual(expect.arrayContaining(['howto_objection', 'opt_out']));
    expect(refs(found, 'docket')).toEqual(['15 UKl 2/25']);
    expect(found.dates).toContainEqual(
      expect.objectContaining({ day: '2025-05-26', type: 'objection-deadline' }),
    );
  });
});
