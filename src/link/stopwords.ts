const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words that say nothing about an event, by language. */
export const STOPWORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(`the a an of to in on at for and or but with by from as is was are were be been has have had he she it
    they his her its their that this which who will would could said say says after before about into over more than
    not no two also i we you up out when what all there if so him them can people been while during since other some
    may just most being where against under between because do did does how my our your me us these those then now
    only very even still any such own here both each through off down again once per via according told`),
  de: words(`der die das den dem des ein eine einen einem einer eines und oder aber auch als am an auf aus bei bis da
    damit dann dass daß denn dies diese diesem diesen dieser dieses doch dort du durch er es für gegen hat hatte hatten
    habe haben ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in ins ist ja je jede jeder jedes kann kein keine
    können könnte man mehr mit muss nach nicht noch nun nur ob ohne sehr sein seine seinem seinen seiner seines seit
    sich sie sind so soll sollen sowie über um unter vom von vor war waren was weil wenn werde werden wie wieder will
    wir wird wo wurde wurden zu zum zur zwei zwischen sagte sagt laut ab beim bereits etwa hier immer jetzt kommen
    machen mich mir rund schon selbst sei seien solche sondern viel viele wegen weiter weitere während würde würden
    worden zwar heißt ließ`),
};
