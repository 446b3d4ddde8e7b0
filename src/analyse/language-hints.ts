/** Small words that tell a language apart even in a headline of five words. A word that is common in
 * two of the languages stands with neither, unless the other use is rare in the press. */
export const SMALL_WORDS: Readonly<Record<string, string>> = {
  de: 'der die das und ist nicht ein eine einen einem einer eines mit für auf von zu zum zur im den dem bei beim nach sich aus auch wird wie wie über vor gegen sind hat haben war als noch nur oder aber wenn dass kann soll will wegen durch unter zwischen warum wieder mehr neue neuer neues ab ins vom darf droht warnt klagt scheitert startet fordert plant gewinnt verliert stirbt tot nie mal gericht jahre mann wir ihr uns jetzt ihre seine keine',
  en: 'the of and to is for with at by from that was were are has have after into over will his her their its it this as but not be been says say said how why what who when where than more new about against out off up could would should may us our your you we they he she amid on pm year years dies wins hits first last ban bans sues sue warns loses backs seeks faces cuts calls urges rejects kills row bid talks deal probe court next',
  fr: 'le la les des du et est une un dans pour par sur avec aux au ne pas que qui ses son sa ce cette ces sont plus comme mais ou où être leur leurs selon après entre sans contre elle nous vous ont été',
  nl: 'het een van de en is niet met voor op te zijn aan bij naar uit ook wordt dat om door over maar als nog heeft geen deze meer tot worden wil moet gaat tegen nieuwe onder tussen hun zich',
  it: 'il lo la gli le di del della dei delle degli e è un una per con non che nel nella nei sul sulla da dal dalla alla al ai si sono come più ma anche suo sua questo questa contro dopo tra fra',
  es: 'el la los las de del y es un una para por con en que se su sus al lo no más como pero sobre entre tras este esta son ha han fue contra desde hasta sin según',
  pt: 'o a os as de do da dos das e é um uma para por com em no na nos nas que se ao à não mais como mas sobre entre após este esta são foi pelo pela seu sua contra até sem segundo',
  no: 'og er på av til med for ikke det en et som har vil fra etter om mot ved seg den de å skal kan blir ble nye også eller hvor mer enn vi jeg kun får går disse være',
  da: 'og er på af til med for ikke det en et som har vil fra efter om mod ved sig den de at skal kan bliver blev nye også eller hvor mere end vi jeg kun får går disse være',
  sv: 'och är på av till med för inte det en ett som har vill från efter om mot vid sig den de att ska kan blir blev nya också eller hur mer än vi jag får går dessa vara',
  pl: 'i w z na do nie się jest to że o po od za dla jak ale przez jego przed oraz ma są przy już tylko czy został',
};

/** Spellings that hardly occur outside the language. Each has a bounded length. */
export const SPELLINGS: Readonly<Record<string, RegExp>> = {
  de: /ß|[äöü]|sch|\p{L}["“”]?-\p{Lu}\p{Ll}{2}|\p{L}(?:ung|heit|igt|keit|lich|isch|iert|tzt|ieren|chten?)(?:en|er|es|e)?(?!\p{L})|(?<!\p{L})ge\p{L}{2,12}t(?!\p{L})/gu,
  en: /(?<!\p{L})(?:wh|th|sh|kn)\p{L}|\p{L}(?:ight|ough|ing|ings|ness|ship|ly|ck|ey|sh|tch|ee|ound|aw|our|ous|ful)(?!\p{L})|\p{L}['’]s(?!\p{L})|\d\s?[ap]m(?!\p{L})/gu,
  fr: /(?<!\p{L})(?:[ldnsjcm]|qu)['’]\p{L}|[çœèêà]|\p{L}eaux?(?!\p{L})/gu,
  nl: /ij|(?:aa|uu)\p{L}|(?<!\p{L})sch\p{L}|\p{L}(?:oe|eu)w/gu,
  it: /(?<!\p{L})(?:dell|nell|all|dall|sull|un|l|d)['’]\p{L}|\p{L}(?:zione|zioni|ità|gli)(?!\p{L})|[òì]/gu,
  es: /[ñ¿¡]|\p{L}(?:ción|dad)(?!\p{L})|[áíóú]/gu,
  pt: /[ãõ]|ção|ções|nh|lh/gu,
  no: /[øæå]|kj|(?<!\p{L})skj/gu,
  da: /[øæå]/gu,
  sv: /å|\p{L}(?:ä|ö)r(?!\p{L})|(?<!\p{L})sj/gu,
  pl: /[łśżźćńąę]|sz|cz|rz/gu,
};
