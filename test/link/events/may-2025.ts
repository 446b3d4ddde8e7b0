import type { Event } from './types.ts';

export const MAY_2025: readonly Event[] = [
  {
    id: 'warning letter, 6 May',
    reports: [
      [
        'de',
        '2025-05-06T08:00:00Z',
        'Verbraucherzentrale NRW mahnt Meta ab',
        'Wegen des geplanten KI-Trainings hat die Verbraucherzentrale NRW den Facebook-Konzern abgemahnt. Meta könne sich nicht pauschal auf ein berechtigtes Interesse berufen, sagte Christine Steffen. Auch sensible Daten seien betroffen.',
      ],
      [
        'de',
        '2025-05-06T11:15:00Z',
        'Abmahnung für Meta: Streit um Facebook-Daten für KI',
        'Düsseldorfs Verbraucherschützer haben Meta eine Abmahnung geschickt und verlangen eine Unterlassungserklärung. Ab 27. Mai will der Konzern Posts in seine KI speisen. Ein Sprecher wies die Vorwürfe der Verbraucherzentrale NRW zurück.',
      ],
      [
        'en',
        '2025-05-06T13:00:00Z',
        'German consumer group sends Meta warning letter over AI',
        'The North Rhine-Westphalia consumer advice centre has demanded that Meta sign a cease-and-desist declaration over its plan to train AI on posts. A blanket reference to legitimate interest is not enough, Christine Steffen said.',
      ],
    ],
  },
  {
    id: 'application to the court, 13 May',
    reports: [
      [
        'de',
        '2025-05-13T09:00:00Z',
        'Eilantrag gegen Metas KI-Pläne in Köln eingereicht',
        'Die Verbraucherzentrale NRW hat beim Oberlandesgericht Köln eine einstweilige Verfügung gegen Meta beantragt. Der Konzern hatte auf die Abmahnung nicht eingelenkt. Einmal trainierte Daten ließen sich kaum zurückholen.',
      ],
      [
        'de',
        '2025-05-13T14:30:00Z',
        'Gericht soll Meta stoppen',
        'Mit einem Eilantrag beim OLG Köln will die Verbraucherzentrale Nordrhein-Westfalen verhindern, dass Meta Ende Mai mit dem KI-Training beginnt. Das bestätigte die Organisation am Dienstag.',
      ],
      [
        'en',
        '2025-05-13T16:00:00Z',
        'Consumer group asks Cologne court to halt Meta AI training',
        'Verbraucherzentrale NRW has applied to the Higher Regional Court in Cologne for an injunction against Meta. The group had first sent the company a warning letter.',
      ],
    ],
  },
  {
    id: 'letter from Vienna, 14 May',
    reports: [
      [
        'en',
        '2025-05-14T06:00:00Z',
        'noyb sends Meta cease-and-desist letter over AI training',
        'noyb has given Meta until 21 May to answer its letter and threatens an EU-wide injunction or a class action. Max Schrems said ten per cent consent would be enough for the models.',
      ],
      [
        'de',
        '2025-05-14T07:45:00Z',
        'noyb droht Meta mit Sammelklage',
        'Die Wiener Datenschützer von noyb haben Meta wegen des KI-Trainings abgemahnt und eine Frist bis 21. Mai gesetzt. Danach wollen sie eine einstweilige Verfügung in der ganzen EU oder eine Sammelklage prüfen, so Max Schrems.',
      ],
      [
        'en',
        '2025-05-14T11:30:00Z',
        'Schrems group threatens Meta with class action',
        "A European class action could cost Meta billions if it trains AI on users' posts without opt-in consent, the Austrian group noyb warned on Wednesday in a formal letter with a deadline of May 21.",
      ],
    ],
  },
  {
    id: 'the Irish authority, 21 May',
    reports: [
      [
        'en',
        '2025-05-21T12:00:00Z',
        'DPC notes changes to Meta AI training plan',
        'The Data Protection Commission said Meta had put in place significant measures and improvements, among them clearer notices, an easier objection form and de-identification. A report on their efficacy is due in October.',
      ],
      [
        'de',
        '2025-05-21T14:20:00Z',
        'Irische Aufsicht lässt Meta gewähren',
        'Die irische Datenschutzkommission hat keine Einwände mehr gegen Metas KI-Training. Der Konzern habe Hinweise, Formular und Filter verbessert. Im Oktober muss er einen Bericht über die Wirksamkeit vorlegen.',
      ],
      [
        'en',
        '2025-05-21T17:10:00Z',
        'Ireland clears way for Meta to train AI on EU posts',
        "Dublin's Data Protection Commission said on Wednesday that Meta had addressed its concerns with better transparency notices and a longer notice period. It will assess a report from the company in October.",
      ],
    ],
  },
  {
    id: 'hearing, 22 May',
    reports: [
      [
        'de',
        '2025-05-22T12:30:00Z',
        'OLG Köln verhandelt über Metas KI-Training',
        'In der mündlichen Verhandlung hat der Senat um Richter Oliver Jörgens erkennen lassen, dass er den Antrag der Verbraucherzentrale NRW wohl ablehnen wird. Die Entscheidung soll am Freitag verkündet werden.',
      ],
      [
        'de',
        '2025-05-22T15:00:00Z',
        'Verhandlung in Köln: Vorteil Meta',
        'Im Verfahren der Verbraucherzentrale NRW gegen das KI-Training von Meta deutet sich ein Erfolg des Konzerns an. Das Oberlandesgericht Köln hörte am Donnerstag beide Seiten und will am Freitag entscheiden.',
      ],
    ],
  },
  {
    id: 'urgency procedure in Hamburg, 22 May',
    reports: [
      [
        'de',
        '2025-05-22T16:00:00Z',
        'Hamburg leitet Dringlichkeitsverfahren gegen Meta ein',
        'Der Hamburgische Datenschutzbeauftragte Thomas Fuchs will Meta das KI-Training mit Daten deutscher Nutzer für drei Monate untersagen und hat ein Verfahren nach Art. 66 DSGVO eröffnet. Der Konzern kann sich bis Montag äußern.',
      ],
      [
        'en',
        '2025-05-22T18:00:00Z',
        'Hamburg privacy watchdog opens urgency procedure against Meta',
        "Thomas Fuchs, Hamburg's data protection commissioner, has started proceedings under Article 66 GDPR that could bar Meta from training AI on Germans' data for three months. Meta was given until Monday to respond.",
      ],
    ],
  },
  {
    id: 'ruling, 23 May',
    reports: [
      [
        'de',
        '2025-05-23T10:30:00Z',
        'OLG Köln: Meta darf KI mit Nutzerdaten trainieren',
        'Das Oberlandesgericht Köln hat den Eilantrag der Verbraucherzentrale NRW gegen Meta zurückgewiesen (Az. 15 UKl 2/25). Der Konzern verfolge einen legitimen Zweck. Das Urteil ist rechtskräftig.',
      ],
      [
        'en',
        '2025-05-23T11:00:00Z',
        'German court rejects bid to stop Meta using data for AI',
        'The Higher Regional Court of Cologne on Friday dismissed an injunction request by Verbraucherzentrale NRW. Meta pursues a legitimate aim, the judges said. The ruling cannot be appealed.',
      ],
      [
        'de',
        '2025-05-23T13:40:00Z',
        'Niederlage für Verbraucherschützer: Meta bekommt recht',
        'Meta kann kommende Woche mit dem KI-Training beginnen. Das Oberlandesgericht Köln sieht weder einen Verstoß gegen die DSGVO noch gegen den DMA. Die Verbraucherzentrale NRW nannte das Urteil höchst problematisch.',
      ],
      [
        'en',
        '2025-05-23T15:20:00Z',
        'Meta wins in Cologne',
        "Judges in Cologne ruled that Meta may train AI on public posts of adults on Facebook and Instagram and turned down the consumer group's request. Wolfgang Schuldzinski of Verbraucherzentrale NRW called the use highly problematic.",
      ],
    ],
  },
  {
    id: 'last day to object, 26 May',
    reports: [
      [
        'de',
        '2025-05-26T04:30:00Z',
        'Heute läuft die Frist ab: So widersprechen Sie Metas KI',
        'Wer verhindern will, dass Beiträge bei Facebook und Instagram ins KI-Training wandern, muss bis Mitternacht widersprechen. Das Formular steht im Datenschutzzentrum, für jedes Konto einzeln.',
      ],
      [
        'de',
        '2025-05-26T07:00:00Z',
        'Instagram und Facebook: Letzte Chance zum Widerspruch',
        'Nur noch heute kann man dem KI-Training von Meta so widersprechen, dass alle alten Beiträge außen vor bleiben. Schritt für Schritt: Einstellungen öffnen, Formular ausfüllen, E-Mail bestätigen.',
      ],
      [
        'en',
        '2025-05-26T08:00:00Z',
        'Last day to opt out of Meta AI training: how to do it',
        'Users in Europe who do not want their Facebook and Instagram posts to train AI should fill in the objection form before midnight. Open settings, find the privacy centre, submit the form for each account.',
      ],
    ],
  },
  {
    id: 'start, 27 May',
    reports: [
      [
        'de',
        '2025-05-27T04:10:00Z',
        'Meta startet KI-Training in Deutschland',
        'Die Widerspruchsfrist ist abgelaufen: Seit heute liest der Konzern öffentliche Beiträge bei Facebook und Instagram für seine KI aus. Gespräche bei WhatsApp bleiben außen vor.',
      ],
      [
        'en',
        '2025-05-27T07:00:00Z',
        "Meta begins AI training on Europeans' posts",
        'Starting today, Meta trains its AI on public Facebook and Instagram posts of adults in the EU. Private messages on WhatsApp are not used. The period to object ended on Monday.',
      ],
      [
        'de',
        '2025-05-27T09:00:00Z',
        'Es geht los: Metas KI lernt mit deutschen Posts',
        'Meta hat mit dem Training seiner KI begonnen. Wer nicht widersprochen hat, dessen öffentliche Fotos und Kommentare fließen ein. WhatsApp-Chats sind nicht betroffen.',
      ],
    ],
  },
  {
    id: 'Hamburg gives up, 27 May',
    reports: [
      [
        'de',
        '2025-05-27T12:00:00Z',
        'Hamburger Datenschützer verzichtet auf Verfahren gegen Meta',
        'Thomas Fuchs stellt das Dringlichkeitsverfahren gegen das KI-Training von Meta ein. Nach der Entscheidung aus Köln und der Bewertung aus Irland sei ein Alleingang nicht sinnvoll, teilte der Hamburgische Datenschutzbeauftragte mit.',
      ],
      [
        'en',
        '2025-05-27T14:00:00Z',
        'Hamburg watchdog drops plan to stop Meta',
        'The Hamburg data protection commissioner Thomas Fuchs said he would not issue an urgent order against Meta’s AI training after all. A go-it-alone was no longer sensible after the assessments of Cologne and Dublin.',
      ],
    ],
  },
];
