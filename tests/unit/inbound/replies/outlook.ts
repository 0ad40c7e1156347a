import { from, line, type Reply, sent, start } from "./desk";

export const inOutlook: Reply[] = [
  [
    "Outlook, English",
    "The second one.",
    `\n\n${line}\nFrom: ${from}\nSent: Tuesday, 24 November 2026 10:00\nTo: Ada <ada@acme.test>\nSubject: [LDG-1042] The printer jams\n\n${sent}`,
  ],
  [
    "Outlook, no line",
    "The second one.",
    `\n\nFrom: ${from}\nSent: Tuesday, 24 November 2026 10:00\nTo: Ada\nSubject: [LDG-1042] The printer jams\n\n${start}`,
  ],
  [
    "Outlook, bold labels",
    "The second one.",
    `\n\n*From:* ${from}\n*Sent:* Tuesday, 24 November 2026 10:00\n*To:* Ada\n*Subject:* [LDG-1042] Hello\n\n${start}`,
  ],
  [
    "Outlook, name only",
    "The second one.",
    `\n\nFrom: Lodge Service Desk\nSent: Tuesday, November 24, 2026 10:00 AM\nTo: Ada Byron\nSubject: RE: [LDG-1042] Hello\n\n${start}`,
  ],
  [
    "Outlook, old",
    "The second one.",
    `\n\n-----Original Message-----\nFrom: Lodge\nSent: Tuesday\n\n${start}`,
  ],
  [
    "Outlook, old, full",
    "The second one.",
    `\n\n-----Original Message-----\nFrom: ${from}\nSent: Tuesday, 24 November 2026 10:00\nTo: Ada\nSubject: Hello\n\n${start}`,
  ],
  [
    "Outlook, German",
    "Der zweite.",
    `\n\nVon: ${from}\nGesendet: Dienstag, 24. November 2026 10:00\nAn: Ada\nBetreff: Hello\n\n${start}`,
  ],
  [
    "Outlook, German, old",
    "Der zweite.",
    `\n\n-----Ursprüngliche Nachricht-----\nVon: ${from}\nGesendet: Dienstag, 24. November 2026 10:00\nAn: Ada\nBetreff: Hello\n\n${start}`,
  ],
  [
    "Outlook, French",
    "La deuxième.",
    `\n\nDe : ${from}\nEnvoyé : mardi 24 novembre 2026 10:00\nÀ : Ada\nObjet : Bonjour\n\n${start}`,
  ],
  [
    "Outlook, French, no-break space",
    "La deuxième.",
    `\n\nDe\u00a0: ${from}\nEnvoyé\u00a0: mardi 24 novembre 2026 10:00\nÀ\u00a0: Ada\nObjet\u00a0: Bonjour\n\n${start}`,
  ],
  [
    "Outlook, Spanish",
    "La segunda.",
    `\n\nDe: ${from}\nEnviado: martes, 24 de noviembre de 2026 10:00\nPara: Ada\nAsunto: Hola\n\n${start}`,
  ],
  [
    "Outlook, Italian",
    "La seconda.",
    `\n\nDa: ${from}\nInviato: martedì 24 novembre 2026 10:00\nA: Ada\nOggetto: Ciao\n\n${start}`,
  ],
  [
    "Outlook, Portuguese",
    "A segunda.",
    `\n\nDe: ${from}\nEnviado: terça-feira, 24 de novembro de 2026 10:00\nPara: Ada\nAssunto: Olá\n\n${start}`,
  ],
  [
    "Outlook, Dutch",
    "De tweede.",
    `\n\nVan: ${from}\nVerzonden: dinsdag 24 november 2026 10:00\nAan: Ada\nOnderwerp: Hallo\n\n${start}`,
  ],
  [
    "Outlook, Danish",
    "Den anden.",
    `\n\nFra: ${from}\nSendt: 24. november 2026 10:00\nTil: Ada\nEmne: Hej\n\n${start}`,
  ],
  [
    "Outlook, Swedish",
    "Den andra.",
    `\n\nFrån: ${from}\nSkickat: den 24 november 2026 10:00\nTill: Ada\nÄmne: Hej\n\n${start}`,
  ],
  [
    "Outlook, Norwegian",
    "Den andre.",
    `\n\nFra: ${from}\nSendt: tirsdag 24. november 2026 10:00\nTil: Ada\nEmne: Hei\n\n${start}`,
  ],
  [
    "Outlook, Finnish",
    "Toinen.",
    `\n\nLähettäjä: ${from}\nLähetetty: tiistai 24. marraskuuta 2026 10.00\nVastaanottaja: Ada\nAihe: Hei\n\n${start}`,
  ],
  [
    "Outlook, Polish",
    "Drugi.",
    `\n\nOd: ${from}\nWysłano: wtorek, 24 listopada 2026 10:00\nDo: Ada\nTemat: Witam\n\n${start}`,
  ],
  [
    "Outlook, Czech",
    "Ten druhý.",
    `\n\nOd: ${from}\nOdesláno: úterý 24. listopadu 2026 10:00\nKomu: Ada\nPředmět: Dobrý den\n\n${start}`,
  ],
  [
    "Outlook, Hungarian",
    "A második.",
    `\n\nFeladó: ${from}\nElküldve: 2026. november 24., kedd 10:00\nCímzett: Ada\nTárgy: Helló\n\n${start}`,
  ],
  [
    "Outlook, Russian",
    "Второй.",
    `\n\nОт: ${from}\nОтправлено: 24 ноября 2026 г. 10:00\nКому: Ada\nТема: Привет\n\n${start}`,
  ],
  [
    "Outlook, Turkish",
    "İkincisi.",
    `\n\nKimden: ${from}\nGönderildi: 24 Kasım 2026 Salı 10:00\nKime: Ada\nKonu: Merhaba\n\n${start}`,
  ],
  [
    "Outlook, Chinese",
    "第二个。",
    `\n\n发件人: ${from}\n发送时间: 2026年11月24日 10:00\n收件人: Ada\n主题: 你好\n\n${start}`,
  ],
  [
    "Outlook, Japanese",
    "2番目です。",
    `\n\n差出人: ${from}\n送信日時: 2026年11月24日 10:00\n宛先: Ada\n件名: こんにちは\n\n${start}`,
  ],
  [
    "Outlook, Korean",
    "두 번째입니다.",
    `\n\n보낸 사람: ${from}\n보낸 날짜: 2026년 11월 24일 10:00\n받는 사람: Ada\n제목: 안녕\n\n${start}`,
  ],
  [
    "Outlook, Arabic",
    "الثاني.",
    `\n\nمن: ${from}\nتم الإرسال: 24 نوفمبر 2026 10:00\nإلى: Ada\nالموضوع: مرحبا\n\n${start}`,
  ],
  [
    "Outlook, Greek",
    "Το δεύτερο.",
    `\n\nΑπό: ${from}\nΣτάλθηκε: 24 Νοεμβρίου 2026 10:00\nΠρος: Ada\nΘέμα: Γεια\n\n${start}`,
  ],
  [
    "Outlook for iOS",
    "The second one.",
    `\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n${line}\nFrom: ${from}\nSent: Tuesday, November 24, 2026 10:00 AM\nTo: Ada\nSubject: Hello\n\n${start}`,
  ],
  [
    "Outlook for Android, German",
    "Der zweite.",
    `\n\nGesendet von Outlook für Android<https://aka.ms/AAb9ysg>\n${line}\nVon: ${from}\nGesendet: Dienstag, November 24, 2026 10:00\nAn: Ada\n\n${start}`,
  ],
  [
    "Outlook for Mac",
    "The second one.",
    `\n\nFrom: ${from}\nDate: Tuesday, 24 November 2026 at 10:00\nTo: Ada Byron <ada@acme.test>\nSubject: [LDG-1042] Hello\n${start}`,
  ],
  [
    "Outlook, long line of dashes",
    "The second one.",
    `\n\n${"-".repeat(80)}\nFrom: ${from}\nSent: Tuesday, 24 November 2026 10:00\nTo: Ada\n\n${start}`,
  ],
];
