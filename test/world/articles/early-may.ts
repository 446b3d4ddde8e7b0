import { berlin, utc } from '../time.ts';
import type { WorldArticle } from '../types.ts';
import { NRV_BACKGROUND } from './background.ts';

/** 6 to 9 May: the consumer organisation's warning letter, Meta's answer, a first guide. */
export const EARLY_MAY: WorldArticle[] = [
  {
    id: 'letter-vz',
    outlet: 'vz',
    path: '/pressemeldungen/digitale-welt/ki-training-verbraucherzentrale-nrw-mahnt-meta-ab',
    at: berlin('2025-05-06 09:30'),
    section: 'digitale-welt',
    title: 'KI-Training mit Nutzerdaten: Verbraucherzentrale NRW mahnt Meta ab',
    teaser:
      'Die Verbraucherzentrale NRW hat Meta aufgefordert, das für Ende Mai geplante KI-Training mit Daten von Facebook- und Instagram-Nutzern zu unterlassen.',
    body: [
      'Mit Schreiben vom 30. April hat die Verbraucherzentrale NRW eine Abmahnung an die Meta Platforms Ireland Limited gerichtet. Nach ihrer Auffassung darf der Konzern persönliche Inhalte seiner Mitglieder nicht ohne Einwilligung in seine Künstliche Intelligenz einspeisen.',
      '„Ein allgemeiner Hinweis auf ein berechtigtes Interesse genügt uns an dieser Stelle nicht“, sagt Christine Steffen, Datenschutzjuristin der Verbraucherzentrale NRW. Viele Menschen wüssten gar nicht, welche alten Beiträge noch öffentlich sind.',
      'Wer nicht möchte, dass seine Daten verwendet werden, sollte dem Training vor dem 27. Mai widersprechen. Ein Musterbrief und eine Anleitung stehen auf der Seite der Verbraucherzentrale.',
      'Reagiert Meta nicht, prüft die Verbraucherzentrale NRW gerichtliche Schritte.',
    ],
    label: { grade: 'core', story: 'vz-letter' },
  },
  {
    id: 'letter-nrv',
    outlet: 'nrv',
    path: '/technik/Verbraucherschuetzer-mahnen-Meta-wegen-KI-Training-ab-article25750331.html',
    at: berlin('2025-05-06 11:18'),
    section: 'technik',
    kicker: 'Streit um Nutzerdaten',
    title: 'Verbraucherschützer mahnen Meta wegen KI-Training ab',
    teaser:
      'Die Zeit drängt: In drei Wochen will Meta mit öffentlichen Beiträgen seine KI schulen. Die Verbraucherzentrale NRW hält das für rechtswidrig.',
    credit: 'ino/dpa',
    picture: {
      caption: 'Facebook und Instagram zählen in Deutschland Millionen Nutzer.',
      credit: '(Foto: Jo Hallig/dpa)',
    },
    body: [
      'Die Verbraucherzentrale Nordrhein-Westfalen geht gegen das geplante KI-Training von Meta vor. Sie hat den Konzern abgemahnt und verlangt, dass er Beiträge von Facebook und Instagram nicht ohne Einwilligung für seine Künstliche Intelligenz nutzt.',
      'Meta beruft sich auf ein berechtigtes Interesse. Das reiche nicht, sagte die Datenschutzjuristin Christine Steffen. Wer nicht einverstanden sei, müsse bislang selbst widersprechen.',
      'Ein Sprecher von Meta wies die Kritik zurück. Ein Verbot würde Innovation in Deutschland bremsen und den Binnenmarkt schwächen, hieß es. Man habe die Nutzer klar informiert.',
      'Die Verbraucherschützer hatten Meta eine Frist gesetzt. Verstreicht sie, kann ein Gericht eine einstweilige Verfügung erlassen.',
      NRV_BACKGROUND,
    ],
    label: { grade: 'core', story: 'vz-letter' },
  },
  {
    id: 'letter-rheinwarte',
    outlet: 'rheinwarte',
    path: '/wirtschaft/verbraucherzentrale-nrw-legt-sich-mit-meta-an_aid-4471102',
    at: berlin('2025-05-06 16:50'),
    section: 'wirtschaft',
    kicker: 'Datenschutz',
    title: 'Düsseldorfer Verbraucherzentrale legt sich mit Meta an',
    teaser: 'Per Abmahnung will die Verbraucherzentrale NRW das KI-Training mit Nutzerdaten verhindern.',
    authors: ['Henrike Odenthal'],
    body: [
      'Die Verbraucherzentrale NRW mit Sitz in Düsseldorf hat den US-Konzern Meta abgemahnt. Sie will verhindern, dass öffentliche Beiträge aus Facebook und Instagram in das Training einer Künstlichen Intelligenz fließen.',
      'Nutzer können bis zum 28. Mai widersprechen. Danach beginnt Meta nach eigenen Angaben mit der Auswertung.',
      'In den Beratungsstellen sei die Nachfrage groß, heißt es in Düsseldorf: Allein in der vergangenen Woche hätten 310 Menschen wegen des Themas angerufen.',
      'Meta hält sein Vorgehen für vereinbar mit der Datenschutz-Grundverordnung und verweist auf das Widerspruchsformular.',
    ],
    revisions: [
      {
        at: berlin('2025-05-07 09:10'),
        kind: 'correction',
        replace: [['bis zum 28. Mai', 'bis zum 26. Mai']],
        append: [
          'Anmerkung der Redaktion: In einer früheren Fassung war das Ende der Widerspruchsfrist falsch angegeben. Wir haben das Datum berichtigt.',
        ],
      },
    ],
    label: { grade: 'core', story: 'vz-letter' },
  },
  {
    id: 'letter-transworld',
    outlet: 'transworld',
    path: '/2025/05/07/german-consumer-group-sends-meta-a-warning-over-ai-training/',
    at: utc('2025-05-07 05:40'),
    section: 'technology',
    title: 'German consumer group sends Meta a warning over AI training',
    teaser: 'Verbraucherzentrale NRW demands that Meta keep its hands off user posts.',
    credit: 'Source: nrv.example, dpa',
    body: [
      'A consumer organisation from Germany, Verbraucherzentrale NRW, has sent Meta a cease-and-desist letter dated 30 April. It demands that posts on Facebook and Instagram not be used for training AI without consent.[1]',
      'According to Meta, an injunction would harm innovation and the single market. The company says it relies on legitimate interest and that users can object.[2]',
      'If the company does not give way, the consumer advocates may go to court.',
    ],
    label: { grade: 'core', story: 'vz-letter' },
  },
  {
    id: 'howto-bitkante',
    outlet: 'bitkante',
    path: '/ratgeber/KI-Training-bei-Facebook-und-Instagram-So-widersprechen-Sie-10377004.html',
    at: berlin('2025-05-08 10:00'),
    section: 'ratgeber',
    title: 'KI-Training bei Facebook und Instagram: So widersprechen Sie',
    teaser: 'Bis zum 26. Mai muss der Widerspruch bei Meta sein. Eine Anleitung in vier Schritten.',
    authors: ['Tilda Brandes'],
    body: [
      'Meta will ab dem 27. Mai mit öffentlichen Beiträgen seine KI trainieren. Wer das nicht möchte, kann widersprechen, ohne Gründe zu nennen. Das geht für jedes Konto einzeln.',
      { heading: 'Schritt für Schritt' },
      {
        list: [
          'In der App das Profil öffnen und die Einstellungen aufrufen.',
          'Ganz unten die Datenschutzrichtlinie antippen.',
          'Im Hinweis auf das Widerspruchsrecht dem Link zum Formular folgen.',
          'E-Mail-Adresse eintragen, absenden und die Bestätigung aufheben.',
        ],
      },
      { heading: 'Was ist mit WhatsApp?' },
      'Private Chats in WhatsApp bleiben nach Angaben des Konzerns außen vor. Was man jedoch dem Assistenten Meta AI schreibt, kann in das Training eingehen.',
      'Ein Widerspruch nach dem Stichtag gilt nur für künftige Beiträge. Was das Modell schon gelernt hat, lässt sich praktisch nicht zurückholen.',
    ],
    label: { grade: 'core', story: 'howto-bitkante' },
  },
];
