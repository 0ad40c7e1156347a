/**
 * Providers that give anybody an address. Whoever has one says nothing about where they belong, so none of these can be an
 * organisation's. A list of our own: the published ones are thousands of names that nobody has checked, and would refuse
 * domains of companies. It has those with most users in the languages that desks are asked for.
 */
export const publicDomains: ReadonlySet<string> = new Set(
  `
  126.com 139.com 163.com 189.cn aliyun.com aol.com arcor.de att.net bell.net bellsouth.net bigpond.com bk.ru bluewin.ch
  bol.com.br btinternet.com centrum.cz charter.net comcast.net cox.net daum.net duck.com eircom.net email.cz email.de
  fastmail.com fastmail.fm foxmail.com free.fr freenet.de freemail.hu gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.fr gmx.net
  googlemail.com hanmail.net hey.com home.nl hotmail.be hotmail.ch hotmail.co.uk hotmail.com hotmail.com.br hotmail.de
  hotmail.es hotmail.fr hotmail.it hotmail.nl hotmail.se hushmail.com icloud.com inbox.lv inbox.ru interia.pl kpnmail.nl
  laposte.net libero.it list.ru live.be live.ca live.co.uk live.com live.de live.fr live.it live.nl live.se mac.com mail.com
  mail.de mail.ru mailbox.org mailfence.com me.com msn.com naver.com neuf.fr ntlworld.com o2.co.uk o2.pl onet.pl online.de
  online.no optonline.net optusnet.com.au orange.fr outlook.be outlook.com outlook.com.br outlook.de outlook.es outlook.fr
  outlook.it outlook.pt pm.me posteo.de posteo.net proton.me protonmail.ch protonmail.com qq.com rambler.ru rediffmail.com
  riseup.net rocketmail.com rogers.com runbox.com sapo.pt sbcglobal.net sfr.fr shaw.ca sina.com skynet.be sky.com
  startmail.com sympatico.ca t-online.de talktalk.net telenet.be telus.net terra.com.br tiscali.it tuta.com tuta.io
  tutanota.com tutanota.de ukr.net uol.com.br verizon.net virgilio.it virginmedia.com vodafone.de wanadoo.fr web.de wp.pl
  xs4all.nl xtra.co.nz ya.ru yahoo.ca yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.br yahoo.de yahoo.es yahoo.fr
  yahoo.it yandex.com yandex.ru yeah.net ymail.com zoho.com zohomail.com
  `
    .trim()
    .split(/\s+/),
);
