import type { Event } from './types.ts';

export const LATER: readonly Event[] = [
  {
    id: 'survey, 7 August 2025',
    reports: [
      [
        'en',
        '2025-08-07T06:00:00Z',
        'Only 7% want Meta to use their data for AI, noyb survey finds',
        'A study by the Gallup Institute for noyb asked 1,000 Meta users in Germany. Seven per cent want their personal data used for AI training, 27 per cent had never heard of it.',
      ],
      [
        'de',
        '2025-08-07T08:20:00Z',
        'Umfrage: Sieben Prozent für Metas KI-Training',
        'Das Gallup-Institut hat im Auftrag von noyb 1000 Nutzer in Deutschland befragt. Nur sieben Prozent wollen, dass Meta ihre Daten für KI verwendet; 27 Prozent wussten nichts davon.',
      ],
    ],
  },
  {
    id: 'second court, 12 August 2025',
    reports: [
      [
        'de',
        '2025-08-12T12:00:00Z',
        'OLG Schleswig weist Eilantrag der SOMI gegen Meta zurück',
        'Das Schleswig-Holsteinische Oberlandesgericht sieht keine Eilbedürftigkeit (Az. 6 UKl 3/25). Die niederländische Stiftung SOMI kannte die Pläne seit April und ging erst am 27. Juni vor Gericht.',
      ],
      [
        'en',
        '2025-08-12T14:00:00Z',
        "Second German court declines to stop Meta's AI training",
        'The Higher Regional Court of Schleswig-Holstein on Tuesday rejected an injunction sought by the Dutch foundation SOMI, which had known of the plans since April. It saw no urgency.',
      ],
      [
        'de',
        '2025-08-13T07:00:00Z',
        'Zu spät geklagt: Meta siegt auch in Schleswig',
        'Nach Köln nun Schleswig: Die Stiftung SOMI ist mit ihrem Eilantrag gegen das KI-Training von Meta gescheitert. Die Richter vermissten die Dringlichkeit.',
      ],
    ],
  },
  {
    id: 'damages, 23 February 2026',
    reports: [
      [
        'en',
        '2026-02-23T09:00:00Z',
        'SOMI seeks damages from Meta over AI training',
        'The Dutch foundation SOMI has brought a collective action in Schleswig and wants compensation for German users of Facebook and Instagram whose data was used to train AI, with more for minors.',
      ],
      [
        'de',
        '2026-02-23T11:00:00Z',
        'Sammelklage in Schleswig: Stiftung fordert Schadenersatz von Meta',
        'SOMI verlangt vor dem OLG Schleswig Geld für Nutzer, deren Daten Meta in das KI-Training gegeben hat. Minderjährige sollen mehr bekommen.',
      ],
    ],
  },
];

/** Steps that look alike: the same people, offices and words on neighbouring days. */
export const NEIGHBOURS: readonly Event[] = [
  {
    id: 'UK: Meta resumes, 13 September 2024',
    reports: [
      [
        'en',
        '2024-09-13T10:00:00Z',
        'Meta to resume AI training on UK posts',
        'Meta will use public posts of adults in the UK on Facebook and Instagram to train its AI in the coming months, it said, after changes that make it simpler to object. It had paused the plan in June.',
      ],
      [
        'de',
        '2024-09-13T14:00:00Z',
        'Großbritannien: Meta nimmt KI-Training wieder auf',
        'In den kommenden Monaten will Meta öffentliche Beiträge britischer Nutzer für seine KI verwenden. Im Juni war das Vorhaben gestoppt worden. Das Formular für den Widerspruch sei einfacher geworden, so der Konzern.',
      ],
      [
        'en',
        '2024-09-13T16:30:00Z',
        'Instagram posts of Britons to feed Meta AI',
        "Facebook's owner has revived plans to train its AI with what adults in Britain share publicly. People will be told from next week and may object with a simpler form. The Open Rights Group spoke of lab rats.",
      ],
    ],
  },
  {
    id: 'opinion of the European board, 18 December 2024',
    reports: [
      [
        'en',
        '2024-12-18T10:00:00Z',
        'EDPB opinion on AI models: when is training lawful?',
        'Asked by Ireland, the European Data Protection Board adopted Opinion 28/2024. Legitimate interest may be a basis for training AI on personal data after a three-step test; whether a model is anonymous is judged case by case.',
      ],
      [
        'de',
        '2024-12-18T12:30:00Z',
        'EDSA-Stellungnahme zu KI: Berechtigtes Interesse möglich',
        'Der Europäische Datenschutzausschuss hat auf Bitten der irischen Behörde die Stellungnahme 28/2024 verabschiedet. KI-Training mit personenbezogenen Daten kann auf ein berechtigtes Interesse gestützt werden; Anonymität ist im Einzelfall zu prüfen.',
      ],
    ],
  },
  {
    id: 'announcement, 14 April 2025',
    reports: [
      [
        'en',
        '2025-04-14T10:00:00Z',
        "Meta to train AI on EU users' public posts",
        'Meta said it would soon begin training its AI with public posts and comments of adults in the EU, and with questions put to Meta AI. Notices with a link to an objection form go out this week.',
      ],
      [
        'de',
        '2025-04-14T11:45:00Z',
        'Meta trainiert KI bald mit Beiträgen aus der EU',
        'Der Konzern kündigte an, öffentliche Beiträge und Kommentare Erwachsener in der EU für das Training seiner KI zu nutzen. Diese Woche verschickt Meta Hinweise mit einem Link zum Widerspruchsformular.',
      ],
    ],
  },
  {
    id: 'the Italian authority, 29 April 2025',
    reports: [
      [
        'en',
        '2025-04-29T12:00:00Z',
        "Italy's privacy watchdog reminds users of right to object to Meta AI",
        "Users and non-users alike can object to Meta training AI with their data until the end of May, the Garante said, and published links to the forms. Minors' data is excluded.",
      ],
      [
        'de',
        '2025-04-29T15:00:00Z',
        'Italiens Datenschützer: So widersprechen Sie Meta',
        'Bis Ende Mai können Nutzer und Nichtnutzer dem KI-Training von Meta widersprechen, erinnert der Garante und verlinkt die Formulare. Daten Minderjähriger bleiben außen vor.',
      ],
    ],
  },
  {
    id: 'the Dutch authority, 25 April 2025',
    reports: [
      [
        'en',
        '2025-04-25T09:00:00Z',
        'Dutch watchdog worried about Meta AI training',
        'The Autoriteit Persoonsgegevens urged Facebook and Instagram users to object before 27 May if they do not want Meta to train AI on their posts. Vice-chair Monique Verdier doubts that the plan is lawful.',
      ],
      [
        'de',
        '2025-04-25T10:30:00Z',
        'Niederländische Behörde warnt vor Metas KI',
        'Die Autoriteit Persoonsgegevens ruft Nutzer auf, dem KI-Training von Meta vor dem 27. Mai zu widersprechen. Vizechefin Monique Verdier zweifelt an der Rechtmäßigkeit.',
      ],
    ],
  },
  {
    id: 'one man in Amsterdam, 20 June 2025',
    reports: [
      [
        'en',
        '2025-06-20T09:00:00Z',
        "Amsterdam court bars Meta from using one user's data for AI",
        'A judge in Amsterdam ordered Meta to keep the posts of one man out of its AI training, with a penalty of 100,000 euros for each breach. His objection had gone unanswered.',
      ],
      [
        'de',
        '2025-06-20T13:00:00Z',
        'Amsterdam: Nutzer siegt gegen Metas KI-Training',
        'Das Bezirksgericht Amsterdam verbietet Meta, die Beiträge eines einzelnen Nutzers für KI zu verwenden. Je Verstoß drohen 100.000 Euro. Sein Widerspruch war unbeantwortet geblieben.',
      ],
    ],
  },
  {
    id: 'Hamburg counts complaints, 8 January 2026',
    reports: [
      [
        'de',
        '2026-01-08T10:00:00Z',
        'Rekord an Beschwerden beim Hamburger Datenschutz',
        'Thomas Fuchs zählte 2025 in Hamburg 4220 Beschwerden, 62 Prozent mehr als im Vorjahr. Viele galten dem KI-Training von Meta mit Nutzerdaten.',
      ],
      [
        'en',
        '2026-01-08T14:00:00Z',
        'Hamburg: Meta AI training drives record complaints',
        "Hamburg's data protection commissioner Thomas Fuchs received 4,220 complaints in 2025, up 62 per cent, many of them over Meta training AI on users' data.",
      ],
    ],
  },
];
