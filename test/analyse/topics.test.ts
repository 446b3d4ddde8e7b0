import { describe, expect, it } from 'vitest';
import { read, refs, told } from './dispute.ts';

const topics = (text: string, title = '') => refs(read(text, { title }), 'topic');

describe('topics', () => {
  it('say which words they stand on', () => {
    const found = read('Die Frist für den Widerspruch endet; das Formular zum Opt-out ist versteckt.');
    expect(told(found, 'topic')).toEqual([
      'opt_out ← Frist (term:Frist~)',
      'opt_out ← Widerspruch (term:Widerspruch~)',
      'opt_out ← Opt-out (term:opt out)',
    ]);
  });

  it('a word that says little needs a second one, or the headline', () => {
    expect(topics('Der Eilantrag beschäftigt viele.')).not.toContain('injunction');
    expect(topics('Der Eilantrag beschäftigt viele, das Eilverfahren auch.')).toContain('injunction');
    expect(topics('Mehr dazu hier.', 'Eilantrag gegen Konzern')).toContain('injunction');
  });

  it('grow surer with the words found, and with a place in the headline', () => {
    const confidence = (text: string, title = '') =>
      read(text, { title }).findings.find(({ ref }) => ref === 'digital_omnibus')?.confidence ?? 0;
    const once = confidence('Der Digitale Omnibus kommt.');
    expect(confidence('Der Digitale Omnibus kommt, Art. 88c auch.')).toBeGreaterThan(once);
    expect(confidence('Mehr dazu hier.', 'Der Digitale Omnibus kommt')).toBeGreaterThan(once);
  });

  it.each([
    [
      'urgency_procedure_art66',
      'Die Behörde leitet ein Dringlichkeitsverfahren nach Art. 66 DSGVO ein.',
      'injunction',
    ],
    ['injunction', 'Dem Gericht fehlte die Dringlichkeit.', 'urgency_procedure_art66'],
    ['edpb_opinion', 'Die Stellungnahme 28/2024 des EDSA liegt vor.', 'regulator_statement'],
    ['digital_omnibus', 'The joint opinion of EDPB and EDPS on the Digital Omnibus is out.', 'edpb_opinion'],
    ['complaint_statistics', 'Der Tätigkeitsbericht nennt 4000 Beschwerden beim Datenschutz.', 'complaint'],
    ['scraping', 'Nach dem Datenleck bei Facebook klagen viele.', 'training_start'],
    ['appeal', 'Das Urteil ist nicht anfechtbar.', 'consent'],
  ])('%s is meant by "%s", not %s', (topic, text, other) => {
    expect(topics(text)).toContain(topic);
    expect(topics(text)).not.toContain(other);
  });

  it.each([
    ['ai_training', 'Mit den Fotos wird die KI trainiert.'],
    ['ai_training', 'Der Konzern füttert seine KI mit alten Beiträgen.'],
    ['ai_training', 'It wants to feed posts into its AI.'],
    ['ai_training', 'Die KI-Trainingspläne stoßen auf Kritik.'],
    ['gdpr', 'Das verstößt gegen die Datenschutz-Grundverordnung.'],
    ['gdpr', 'Sie legten DSGVO-Beschwerden ein.'],
    ['gdpr', 'The plan breaches the General Data Protection Regulation.'],
  ])('%s is found in "%s"', (topic, text) => {
    expect(topics(text)).toContain(topic);
  });

  it('what a coach does is no training of an AI', () => {
    expect(topics('Das Training am Montag fiel aus, der Trainer war krank.')).not.toContain('ai_training');
  });

  it('a contradiction is no objection', () => {
    expect(topics('Das steht in Widerspruch zum Wahlprogramm.')).not.toContain('opt_out');
  });

  it.each([
    ['Das OLG Köln hat den Eilantrag gegen Metas KI-Training abgelehnt.', ['injunction', 'ruling']],
    ['Die Verbraucherschützer wollen das KI-Training per Eilverfahren stoppen.', ['injunction']],
    ['Im Eilverfahren unterlag die Verbraucherzentrale vor dem OLG Köln.', ['injunction', 'ruling']],
    ['Das Gericht gab Meta recht: KI-Training erlaubt.', ['ruling']],
    ['Richter geben grünes Licht für Metas KI-Training.', ['ruling']],
    ['OLG Köln erlaubt Meta das KI-Training.', ['ruling']],
    ['Schlappe für Verbraucherschützer vor Gericht: KI-Training geht weiter.', ['ruling']],
    ['Gegen die Entscheidung gibt es kein Rechtsmittel; KI-Training.', ['appeal']],
    ['noyb prüft eine Verbandsklage und Schadenersatz wegen KI-Training.', ['collective_redress', 'damages']],
    ['Meta muss eine Unterlassungserklärung zum KI-Training abgeben.', ['cease_and_desist']],
    ['noyb hat in elf Ländern Beschwerden gegen das KI-Training eingereicht.', ['complaint']],
    ['Meta stützt das KI-Training auf Art. 6 Abs. 1 Buchst. f DSGVO.', ['legitimate_interest', 'gdpr']],
    ['Nötig wäre fürs KI-Training eine ausdrückliche Einwilligung.', ['consent']],
    ['Nutzer müssten aktiv zustimmen, bevor ihre Daten fürs KI-Training genutzt werden.', ['consent']],
    ['Wer das KI-Training nicht will, muss bis zum 26. Mai aktiv werden.', ['opt_out']],
    ['Die Frist zum Widerspruch gegen das KI-Training endet.', ['opt_out']],
    ['Nutzerinnen können der Verwendung fürs KI-Training widersprechen.', ['opt_out']],
    ['Auch Gesundheitsdaten und politische Ansichten fließen ins KI-Training.', ['special_category']],
    ['Daten von Kindern und Jugendlichen landen im KI-Training.', ['minors']],
    ['Auch Menschen ohne Facebook-Konto sind vom KI-Training betroffen.', ['third_parties_non_users']],
    ['Ein Recht auf Löschung lässt sich nach dem KI-Training nicht durchsetzen.', ['data_subject_rights']],
    ['Das Zusammenführen der Daten verstoße gegen den Digital Markets Act.', ['dma']],
    ['Meta startet heute sein KI-Training in Europa.', ['training_start']],
    ['Ab heute trainiert Meta seine KI mit Facebook-Beiträgen.', ['training_start']],
    ['Meta: Das KI-Training hat begonnen.', ['training_start']],
    ['Meta legt sein KI-Training in Europa auf Eis.', ['training_pause']],
    ['Meta verschiebt das KI-Training in der EU.', ['training_pause']],
    ['Die DPC veröffentlichte eine Erklärung zu Metas KI-Training.', ['regulator_statement']],
    ['Die irische Datenschutzbehörde hat keine Einwände gegen das KI-Training.', ['regulator_statement']],
    ['Die brasilianische Datenschutzbehörde untersagte das KI-Training.', ['regulator_order']],
    ['Meta klagt, Europa falle im KI-Wettrennen zurück.', ['innovation']],
    ['Meta nennt den Stopp des KI-Trainings einen Rückschritt für Innovation.', ['innovation']],
    ['Einer Befragung zufolge lehnen Nutzer das KI-Training ab.', ['survey']],
    ['KI-Training: So legen Sie Widerspruch ein - Anleitung', ['howto_objection', 'opt_out']],
    ['Meta verschickt E-Mails und In-App-Benachrichtigungen zum KI-Training.', ['user_notification']],
    [
      'Rekord: 4.220 Beschwerden bei Hamburgs Datenschützern, viele zum KI-Training',
      ['complaint_statistics'],
    ],
    ['Im Hauptsacheverfahren wird über das KI-Training weiter gestritten.', ['main_proceedings']],
    ['Die KI-Verordnung der EU regelt das KI-Training.', ['ai_act']],
    [
      'The court dismissed the application for an interim injunction against AI training.',
      ['injunction', 'ruling'],
    ],
    ['A German court gave Meta the go-ahead for AI training.', ['ruling']],
    ['German judges greenlight Meta AI training.', ['ruling']],
    ['The ruling cannot be appealed, the court said of Meta’s AI training.', ['ruling', 'appeal']],
    ['noyb threatens a class action over AI training.', ['collective_redress']],
    [
      'noyb threatened an EU-wide class-action lawsuit and damages over AI training.',
      ['collective_redress', 'damages'],
    ],
    [
      'The privacy group lodged complaints with 11 data protection authorities over AI training.',
      ['complaint'],
    ],
    ['Meta relies on legitimate interests for its AI training.', ['legitimate_interest']],
    ['Users must actively consent before AI training, noyb says.', ['consent']],
    ['Users who do not want their data used for AI training have until May 26 to opt out.', ['opt_out']],
    ['Users have the right to opt-out of AI training.', ['opt_out']],
    ['The objection form for AI training is hard to find.', ['opt_out']],
    ['Health data and other sensitive data may enter AI training.', ['special_category']],
    ['Posts by minors under 18 are excluded from AI training.', ['minors']],
    ['People who have never had an account are also caught up in AI training.', ['third_parties_non_users']],
    ['The right to erasure cannot be enforced after AI training.', ['data_subject_rights']],
    ['Meta said it would de-identify and tokenise data before AI training.', ['deidentification']],
    ['Meta starts AI training with European data today.', ['training_start']],
    ['Meta has begun training its AI on Europeans’ posts.', ['training_start']],
    ['Meta hits pause on AI training in Europe.', ['training_pause']],
    ['Meta shelves plans to train AI in the EU.', ['training_pause']],
    ['Meta rolled out Meta AI across Europe in March.', ['meta_ai_rollout']],
    ['The Irish DPC issued a statement on Meta’s AI training.', ['regulator_statement']],
    ['The Irish regulator said it had no objection to Meta’s AI training.', ['regulator_statement']],
    ['Brazil’s regulator ordered Meta to stop AI training and set a daily fine.', ['regulator_order']],
    ['Meta calls the order a step backwards for European innovation in AI.', ['innovation']],
    ['Only 7% of users want their data used for AI training, a survey finds.', ['survey']],
    [
      'How to stop Meta using your posts for AI training: a step-by-step guide to opt out',
      ['howto_objection', 'opt_out'],
    ],
    ['Meta began sending notifications and emails to users about AI training.', ['user_notification']],
    ['Under the AI Act, AI training must be documented.', ['ai_act']],
  ])('a headline tells: %s', (headline, expected) => {
    expect(topics('', headline)).toEqual(expect.arrayContaining(expected));
  });

  it('no objection is none', () => {
    expect(topics('The regulator has no objection to the plans, users were told.')).not.toContain('opt_out');
  });
});
