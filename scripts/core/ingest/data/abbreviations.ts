/** Initials and titles written with full stops: H.E., P.K. */
export const initials = /^(?:\p{Lu}\.)+\p{Lu}$/u;
/** Abbreviations whose full stop does not end a sentence. */
export const neverLast: ReadonlySet<string> = new Set(
	'Mr Mrs Ms Mx Dr Prof Amb Adm Cmdr Maj Sgt Fr Sri Sr Smt Shri Hon Gen Col Capt Lt Rev St Rs No Nos Fig Figs Vol vs viz cf e.g i.e approx ca eg ie al Ch Sec Art pp ed eds Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mt Ft dept Dept Govt govt est Est'.split(' '),
);
/** Abbreviations that may end a sentence: they do so before a word that commonly begins one. */
export const sometimesLast: ReadonlySet<string> = new Set('Ltd Pvt Inc Corp Co Bros Cos etc U.S U.K U.N U.P E.U U.A.E a.m p.m Jr Ph.D M.P D.C J.P B.V N.V S.A'.split(' '));
/** Words that commonly begin a sentence. */
export const openers = /^["“‘'(]*(?:The|This|That|These|Those|It|Its|They|Their|In|On|At|A|An|He|She|We|Our|But|And|However|Both|According|Meanwhile|Under|As|For|With|During|After|Before|While|When|Since|If|Also|Moreover|Further|Furthermore|Additionally|Japan|India|There|Such|Other|Another|Some|Several|Two|Three|Last|By|To|From|Yet|So|Still|Thus|Today|Now|Although|Though|Because|Among|Over|Between|Through|Until|Whether|None|No|All|Each|Every|Most|Many|More|Given|Beyond|Despite|Finally|First|Second|Third|Indeed|Instead|Later|Then|Together|Without|One|About|Around|Nearly|Roughly|Only|Just|Not|Four|Five|Six|What|How|Why|Where|Who|Much|Few|Its|Work|Construction|Talks|Officials)\b/;
