import { from, marked, type Reply } from "./desk";

export const inAppleMail: Reply[] = [
  [
    "Apple Mail",
    "The second one.",
    `\n\nSent from my iPhone\n\n> On 24 Nov 2026, at 10:00, ${from} wrote:\n> \n> Which one is it?`,
  ],
  [
    "Apple Mail, desktop",
    "The second one.",
    `\n\n> On 24. Nov 2026, at 10:00, Lodge <desk@lodge.test> wrote:\n> \n${marked}`,
  ],
  [
    "Apple Mail, German",
    "Der zweite.",
    `\n\nVon meinem iPhone gesendet\n\n> Am 24.11.2026 um 10:00 schrieb ${from}:\n> \n> Welcher?`,
  ],
  [
    "Apple Mail, French",
    "La deuxième.",
    `\n\nEnvoyé de mon iPhone\n\n> Le 24 nov. 2026 à 10:00, ${from} a écrit :\n> \n> Laquelle ?`,
  ],
  [
    "Apple Mail, Spanish",
    "La segunda.",
    `\n\nEnviado desde mi iPhone\n\n> El 24 nov 2026, a las 10:00, ${from} escribió:\n> \n> ¿Cuál?`,
  ],
  [
    "Apple Mail, Italian",
    "La seconda.",
    `\n\nInviato da iPhone\n\n> Il giorno 24 nov 2026, alle ore 10:00, ${from} ha scritto:\n> \n> Quale?`,
  ],
  [
    "Apple Mail, Portuguese",
    "A segunda.",
    `\n\nEnviado do meu iPhone\n\n> Em 24 de nov. de 2026, à(s) 10:00, ${from} escreveu:\n> \n> Qual?`,
  ],
  [
    "Apple Mail, Dutch",
    "De tweede.",
    `\n\nVerstuurd vanaf mijn iPhone\n\n> Op 24 nov 2026 om 10:00 heeft ${from} het volgende geschreven:\n> \n> Welke?`,
  ],
  [
    "Apple Mail, Japanese",
    "2番目です。",
    `\n\niPhoneから送信\n\n> 2026/11/24 10:00、${from}のメール:\n> \n> どちら？`,
  ],
  [
    "Apple Mail, Chinese",
    "第二个。",
    `\n\n发自我的 iPhone\n\n> 在 2026年11月24日，10:00，${from} 写道：\n> \n> 哪个？`,
  ],
  [
    "Apple Mail, Swedish",
    "Den andra.",
    `\n\nSkickat från min iPhone\n\n> 24 nov. 2026 kl. 10:00 skrev ${from}:\n> \n> Vilken?`,
  ],
  [
    "Apple Mail, Danish",
    "Den anden.",
    `\n\nSendt fra min iPhone\n\n> Den 24. nov. 2026 kl. 10.00 skrev ${from}:\n> \n> Hvilken?`,
  ],
  [
    "Apple Mail, Polish",
    "Drugi.",
    `\n\nWysłane z iPhone'a\n\n> Wiadomość napisana przez ${from} w dniu 24.11.2026, o godz. 10:00:\n> \n> Który?`,
  ],
  [
    "Apple Mail, Russian",
    "Второй.",
    `\n\nОтправлено с iPhone\n\n> 24 нояб. 2026 г., в 10:00, ${from} написал(а):\n> \n> Какой?`,
  ],
  [
    "Apple Mail, Turkish",
    "İkincisi.",
    `\n\niPhone'umdan gönderildi\n\n> ${from} şunları yazdı (24 Kas 2026 10:00):\n> \n> Hangisi?`,
  ],
];
