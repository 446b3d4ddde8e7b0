/** One wire agency and the ways its name is printed in credits. */
export interface AgencyName {
  id: string;
  /** Case-sensitive alternatives, longest first; parts of a regular expression. */
  names: string[];
}

/** Agencies whose copy the European press prints; a dossier may bring its own list. */
export const AGENCIES: readonly AgencyName[] = [
  { id: 'dpa-afx', names: ['dpa[-/ ]AFX', 'DPA[-/ ]AFX', 'dpa[-/ ]afx'] },
  {
    id: 'dpa',
    names: [
      'Deutschen? Presse-Agentur',
      '(?:dpa|DPA)(?:-infocom|[-/]tmn|[-/]l[a-z]{2}|[-/]lokal|[-/]Custom ?Content)(?![a-z])',
      'dpa',
      'DPA',
    ],
  },
  { id: 'afp', names: ['Agence France[- ]Presse', 'AFP', 'afp'] },
  { id: 'reuters', names: ['Thomson Reuters', 'Reuters', 'REUTERS', 'reuters', 'rts'] },
  { id: 'ap', names: ['The Associated Press', 'Associated Press', 'AP'] },
  { id: 'apa', names: ['Austria Presse Agentur', 'APA', 'apa'] },
  { id: 'kna', names: ['Katholischen? Nachrichten-Agentur', 'KNA', 'kna'] },
  { id: 'epd', names: ['Evangelische[rn]? Pressedienst', 'epd', 'edp', 'EPD'] },
  { id: 'sid', names: ['Sport-Informations-Dienst', 'SID', 'sid'] },
  { id: 'sda', names: ['Keystone-SDA', 'KEYSTONE-SDA', 'SDA', 'sda'] },
  { id: 'awp', names: ['AWP', 'awp'] },
  { id: 'ats', names: ['Keystone-ATS', 'ATS'] },
  { id: 'dts', names: ['dts Nachrichtenagentur', 'dts'] },
  { id: 'ots', names: ['news aktuell', 'OTS', 'ots'] },
  { id: 'pa', names: ['PA Media', 'Press Association'] },
  { id: 'anp', names: ['ANP'] },
  { id: 'ansa', names: ['ANSA'] },
  { id: 'efe', names: ['EFE'] },
  { id: 'europa-press', names: ['Europa Press', 'EUROPA PRESS'] },
  { id: 'lusa', names: ['Lusa', 'LUSA'] },
  { id: 'belga', names: ['Belga', 'BELGA'] },
  { id: 'ritzau', names: ['Ritzau'] },
  { id: 'tt', names: ['TT'] },
  { id: 'ntb', names: ['NTB'] },
  { id: 'pap', names: ['PAP'] },
  { id: 'tass', names: ['TASS'] },
  { id: 'xinhua', names: ['Xinhua'] },
  { id: 'kyodo', names: ['Kyodo(?: News)?'] },
  { id: 'bloomberg', names: ['Bloomberg(?: News)?'] },
  { id: 'dow-jones', names: ['Dow Jones(?: Newswires)?'] },
  { id: 'rttnews', names: ['RTTNews', 'RTT'] },
  { id: 'aap', names: ['AAP'] },
];
