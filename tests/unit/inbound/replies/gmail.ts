import { from, marked, type Reply, sent, start } from "./desk";

export const inGmail: Reply[] = [
  ["Gmail, English", "The second one.", `\n\nOn Tue, 24 Nov 2026 at 10:00, ${from} wrote:\n\n${marked}\n`],
  ["Gmail, English, close", "The red one.", `\nOn Tue, 24 Nov 2026 at 10:00, ${from} wrote:\n> Which?`],
  [
    "Gmail, broken announcement",
    "It is on floor 2.\nThanks!",
    `\n\nOn Tue, Nov 24, 2026 at 10:00 AM Lodge Service Desk\n<desk@lodge.test> wrote:\n\n${marked}`,
  ],
  [
    "Gmail, broken twice, close",
    "Hello Sam,\n\nplease order two.",
    `\nOn Tue, Nov 24, 2026 at 10:00 AM\nLodge Service Desk\n<desk@lodge.test> wrote:\n> Which?`,
  ],
  [
    "Gmail, reply address",
    "Both.",
    `\n\nOn Tue, 24 Nov 2026 at 10:00, Lodge <reply+abc@reply.lodge.test> wrote:\n\n${marked}`,
  ],
  ["Gmail, German", "Der zweite.", `\n\nAm Di., 24. Nov. 2026 um 10:00 Uhr schrieb ${from}:\n\n${marked}`],
  ["Gmail, French", "La deuxième.", `\n\nLe mar. 24 nov. 2026 à 10:00, ${from} a écrit :\n\n${marked}`],
  [
    "Gmail, Spanish",
    "La segunda.",
    `\n\nEl mar, 24 nov 2026 a las 10:00, Lodge (<desk@lodge.test>) escribió:\n\n${marked}`,
  ],
  [
    "Gmail, Italian",
    "La seconda.",
    `\n\nIl giorno mar 24 nov 2026 alle ore 10:00 ${from} ha scritto:\n\n${marked}`,
  ],
  ["Gmail, Portuguese", "A segunda.", `\n\n${from} escreveu (terça, 24/11/2026 à(s) 10:00):\n\n${marked}`],
  [
    "Gmail, Brazilian",
    "A segunda mesmo.",
    `\n\nEm ter., 24 de nov. de 2026 às 10:00, ${from} escreveu:\n\n${marked}`,
  ],
  ["Gmail, Dutch", "De tweede.", `\n\nOp di 24 nov 2026 om 10:00 schreef ${from}:\n\n${marked}`],
  ["Gmail, Danish", "Den anden.", `\n\nDen tirs. 24. nov. 2026 kl. 10.00 skrev ${from}:\n\n${marked}`],
  ["Gmail, Swedish", "Den andra.", `\n\nDen tis 24 nov. 2026 kl 10:00 skrev ${from}:\n\n${marked}`],
  ["Gmail, Norwegian", "Den andre.", `\n\ntir. 24. nov. 2026 kl. 10:00 skrev ${from}:\n\n${marked}`],
  ["Gmail, Finnish", "Toinen.", `\n\nti 24. marrask. 2026 klo 10.00 ${from} kirjoitti:\n\n${marked}`],
  ["Gmail, Polish", "Drugi.", `\n\nwt., 24 lis 2026 o 10:00 ${from} napisał(a):\n\n${marked}`],
  ["Gmail, Czech", "Ten druhý.", `\n\nút 24. 11. 2026 v 10:00 odesílatel ${from} napsal:\n\n${marked}`],
  ["Gmail, Slovak", "Ten druhý.", `\n\nut 24. 11. 2026 o 10:00 ${from} napísal(a):\n\n${marked}`],
  ["Gmail, Russian", "Второй.", `\n\nвт, 24 нояб. 2026 г. в 10:00, ${from}:\n\n${marked}`],
  ["Gmail, Ukrainian", "Другий.", `\n\nвт, 24 лист. 2026 р. о 10:00 ${from} пише:\n\n${marked}`],
  ["Gmail, Turkish", "İkincisi.", `\n\n${from}, 24 Kas 2026 Sal, 10:00 tarihinde şunu yazdı:\n\n${marked}`],
  ["Gmail, Japanese", "2番目です。", `\n\n2026年11月24日(火) 10:00 ${from}:\n\n${marked}`],
  ["Gmail, Chinese", "第二个。", `\n\nLodge <desk@lodge.test> 于2026年11月24日周二 10:00写道：\n\n${marked}`],
  [
    "Gmail, traditional Chinese",
    "第二個。",
    `\n\nLodge <desk@lodge.test> 於 2026年11月24日 週二 上午10:00寫道：\n\n${marked}`,
  ],
  ["Gmail, Korean", "두 번째입니다.", `\n\n2026년 11월 24일 (화) 오전 10:00, ${from}님이 작성:\n\n${marked}`],
  [
    "Gmail, Arabic",
    "الثاني.",
    `\n\nفي الثلاثاء، ٢٤ نوفمبر ٢٠٢٦ في ١٠:٠٠ ص تمت كتابة ما يلي بواسطة ${from}:\n\n${marked}`,
  ],
  [
    "Gmail, Hebrew",
    "השני.",
    `\n\n\u200fבתאריך יום ג׳, 24 בנוב׳ 2026 ב-10:00 מאת \u200fLodge\u200f <\u200fdesk@lodge.test\u200f>:\u200f\n\n${marked}`,
  ],
  [
    "Gmail, Greek",
    "Το δεύτερο.",
    `\n\nΣτις Τρί 24 Νοε 2026 στις 10:00 π.μ., ο χρήστης ${from} έγραψε:\n\n${marked}`,
  ],
  [
    "Gmail, Hungarian",
    "A második.",
    `\n\nLodge <desk@lodge.test> ezt írta (időpont: 2026. nov. 24., K, 10:00):\n\n${marked}`,
  ],
  ["Gmail, Romanian", "A doua.", `\n\nmar., 24 nov. 2026 la 10:00, ${from} a scris:\n\n${marked}`],
  [
    "Gmail, Vietnamese",
    "Cái thứ hai.",
    `\n\nVào Th 3, 24 thg 11, 2026 vào lúc 10:00 ${from} đã viết:\n\n${marked}`,
  ],
  [
    "Gmail, Indonesian",
    "Yang kedua.",
    `\n\nPada tanggal Sel, 24 Nov 2026 pukul 10.00 ${from} menulis:\n\n${marked}`,
  ],
  [
    "Gmail, signature above",
    "The second one.",
    `\n\n-- \nAda Byron\nAcme Ltd · +44 20 7946 0000\n\nOn Tue, 24 Nov 2026 at 10:00, ${from} wrote:\n\n${marked}`,
  ],
  [
    "Gmail, no marks in the text",
    "The second one.",
    `\n\nOn Tue, 24 Nov 2026 at 10:00, ${from} wrote:\n\n${sent}`,
  ],
  [
    "Gmail, no marks, broken announcement",
    "The second one.",
    `\n\nOn Tue, Nov 24, 2026 at 10:00 AM Lodge Service Desk <\ndesk@lodge.test> wrote:\n\n${start}`,
  ],
  [
    "Gmail, address linked",
    "The second one.",
    `\n\nOn Tue, 24 Nov 2026 at 10:00, Lodge <desk@lodge.test <mailto:desk@lodge.test>> wrote:\n${marked}`,
  ],
];
