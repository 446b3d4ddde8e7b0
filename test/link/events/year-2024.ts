import type { Event } from './types.ts';

export const YEAR_2024: readonly Event[] = [
  {
    id: 'complaints in eleven countries, 6 June',
    reports: [
      [
        'en',
        '2024-06-06T08:10:00Z',
        'noyb files eleven complaints over Meta AI',
        'The Vienna group noyb has lodged complaints with eleven European data protection authorities and wants an urgency procedure before Meta changes its privacy policy on 26 June. Years of posts and pictures would be used for an undefined AI technology, it says. Max Schrems said the company could do whatever it liked with the data.',
      ],
      [
        'de',
        '2024-06-06T09:30:00Z',
        'Schrems-Verein zeigt Meta in elf Ländern an',
        'Die Datenschutzorganisation noyb hat bei Behörden in elf Staaten Beschwerden gegen Meta eingereicht. Von 26. Juni an will der Konzern Beiträge seiner Nutzer für das Training von KI verwenden. noyb verlangt ein Dringlichkeitsverfahren nach Art. 66 DSGVO.',
      ],
      [
        'en',
        '2024-06-06T12:00:00Z',
        'Meta hit with 11 complaints over plans to use personal data to train AI',
        "Advocacy group noyb on Thursday called on privacy enforcers in eleven countries, among them Austria, Belgium and Poland, to stop Meta at once from training its models on users' data. Changes to the privacy policy take effect on June 26.",
      ],
    ],
  },
  {
    id: 'pause, 14 June',
    reports: [
      [
        'en',
        '2024-06-14T15:20:00Z',
        'Meta pauses plans to train AI on European posts',
        'Meta will not start training its large language models on content shared by adults on Facebook and Instagram in Europe for now, the Irish Data Protection Commission said on Friday, welcoming the decision. The company called it a step backwards for European innovation.',
      ],
      [
        'de',
        '2024-06-14T16:05:00Z',
        'Meta stoppt KI-Vorhaben in Europa vorerst',
        'Auf Bitten der irischen Datenschutzbehörde DPC legt Meta das Training seiner Sprachmodelle mit Inhalten europäischer Nutzer auf Eis. Man sei enttäuscht, schrieb der Konzern; ohne lokale Daten wäre Meta AI nur ein zweitklassiges Erlebnis.',
      ],
      [
        'de',
        '2024-06-15T07:00:00Z',
        'Nach Beschwerden: Facebook-Mutter rudert zurück',
        'Vorerst kein KI-Training mit europäischen Postings: Meta folgt der Aufforderung aus Dublin und verschiebt auch die Einführung seines Assistenten. Die irische Datenschutzkommission begrüßte die Pause, noyb sprach von einem ersten Erfolg.',
      ],
    ],
  },
  {
    id: 'Brazil suspends, 2 July',
    reports: [
      [
        'en',
        '2024-07-02T14:00:00Z',
        'Brazil blocks Meta from using posts to train AI',
        "Brazil's data protection authority ANPD on Tuesday suspended Meta's new privacy policy and set a daily fine of 50,000 reais. It cited the risk of serious damage to users, and photographs of children in training data.",
      ],
      [
        'de',
        '2024-07-02T17:30:00Z',
        'Brasilien untersagt Meta KI-Training',
        'Die brasilianische Datenschutzbehörde ANPD hat Meta mit sofortiger Wirkung verboten, Daten von Nutzern für KI zu verwenden. Bei Verstößen droht ein Tagesgeld von 50.000 Reais. Auch Fotos von Kindern seien betroffen.',
      ],
    ],
  },
  {
    id: 'Brazil upholds, 10 July',
    reports: [
      [
        'en',
        '2024-07-10T18:00:00Z',
        "Brazilian watchdog rejects Meta's appeal over AI ban",
        "The ANPD refused on Wednesday to lift its order against Meta but gave the company five more working days to show that it no longer trains AI on Brazilians' posts.",
      ],
      [
        'de',
        '2024-07-11T06:40:00Z',
        'Brasilien: Behörde lehnt Metas Einspruch ab',
        'Das Verbot, KI mit Beiträgen brasilianischer Nutzer zu trainieren, bleibt bestehen. Die ANPD wies am Mittwoch den Antrag von Meta zurück, verlängerte aber die Frist für den Nachweis um fünf Werktage.',
      ],
    ],
  },
];
