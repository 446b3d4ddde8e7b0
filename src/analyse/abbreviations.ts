/** Abbreviations a sentence goes on after, without their final full stop, lower case. */
const GOING_ON: Readonly<Record<string, string>> = {
  de: `dr prof dipl ing habil hr hrn fr frl st stv nr nrn abs abschn art artt anm aufl ausg bd bde bsp bzw
    ca d dez ebd einschl etw evtl exkl feb febr fa gem geb gen gesch ggf ggü hg hrsg hptm inkl insb jan
    jh jhd jr kap kfm komm konst lt max mag mind min mrz mtl niederl nov okt österr pf phil priv-doz rd
    rn rdnr randnr red ref reg rel rep sen sept sep sog sogen str tel teilw u ungef urspr usf v verh
    verf vgl vol vors vs wg z zb zt zw zzgl zit az akz bes betr bez allg amtl aug apr b dgl dt ehem
    eigtl engl entspr erg ev franz frz ggfs gegr ghz hl ital jew jun kath lat lfd li re mdl mwst milit
    näml o od röm russ schr schwed span stellv tägl tsd ugs vorm wiss zus hauptm oberstlt oberst-lt gf
    pfr ra rae ministerialdir staatssekr bgm ob lrg bfr phd mr mrs ms rev i`,
  en: `dr mr mrs ms prof rev hon gen col lt sgt capt cmdr adm gov sen rep pres sr st ste mt ft messrs mme
    mlle vs viz cf eg ie approx ca est dept univ assn bros art arts sec secs par para paras cl no nos nr
    p pp vol vols ed eds fig figs ch jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed
    thu thur thurs fri al esp incl max min ave blvd rd supt insp maj brig cpl pte pvt ald cllr jr`,
};

/** Abbreviations that end a sentence as often as not: the next word decides. Those with inner stops ("u.a.",
 * "U.S.") are all of this kind and need no list. */
const ENDING: Readonly<Record<string, string>> = {
  de: `usw etc mio mrd bio tsd uvm co inc ltd corp jr sr ag chr uhr std sek mill ff f`,
  en: `etc inc ltd co corp plc llc bros jr sr am pm esq no seq`,
};

/** Words that begin a sentence and, capitalised, hardly stand inside one. */
const STARTERS: Readonly<Record<string, string>> = {
  de: `der die das den dem des ein eine einer einem einen er sie es wir ich ihr ihre ihren ihrem sein seine
    seinen dies diese dieser dieses diesem diesen in im am an auf aus bei beim bis durch für gegen mit
    nach ob seit trotz um unter von vom vor wegen während zu zum zur zwischen über laut damit dabei
    dadurch dafür dagegen daher dann danach davon dazu darum deshalb doch aber auch allerdings als also
    außerdem bereits bisher da denn dennoch derzeit dort ebenso erst etwa hier hinzu insgesamt
    inzwischen jetzt jedoch kein keine man mehr mittlerweile nachdem neben nicht noch nun nur obwohl
    ohne schon selbst sollte sobald so sowohl trotzdem und viele weil weiter weitere weiterhin wenn wer
    wie wo zuletzt zudem zuvor zwar alle beide dass deren einige etliche gestern heute morgen jeder jede
    zunächst schließlich stattdessen was welche`,
  en: `the a an he she it they we i you this that these those in on at by for from of to with as after
    before but and or so if when while although though however meanwhile his her its their our there
    here what who how why where many most some all no not both each another last next since under over
    during despite according also still then now once until because`,
};

const lists = (record: Readonly<Record<string, string>>): Map<string, Set<string>> =>
  new Map(Object.entries(record).map(([language, words]) => [language, new Set(words.split(/\s+/))]));

const goingOn = lists(GOING_ON);
const ending = lists(ENDING);
const starters = lists(STARTERS);
const none: ReadonlySet<string> = new Set();

/** The word lists of a language; English ones where we have none. */
export function abbreviationsOf(language: string): {
  goingOn: ReadonlySet<string>;
  ending: ReadonlySet<string>;
  starters: ReadonlySet<string>;
} {
  const code = goingOn.has(language) ? language : 'en';
  return {
    goingOn: goingOn.get(code) ?? none,
    ending: ending.get(code) ?? none,
    starters: starters.get(code) ?? none,
  };
}
