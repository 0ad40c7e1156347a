import { from, marked, type Reply, start } from "./desk";

export const inOthers: Reply[] = [
  ["Thunderbird", "The second one.", `\n\nOn 24/11/2026 10:00, Lodge wrote:\n${marked}`],
  ["Thunderbird, German", "Der zweite.", `\n\nAm 24.11.26 um 10:00 schrieb Lodge:\n${marked}`],
  ["Thunderbird, French", "La deuxième.", `\n\nLe 24/11/2026 à 10:00, Lodge a écrit :\n${marked}`],
  ["Thunderbird, no date", "The second one, by 10:00.", `\n${from} wrote:\n${marked}`],
  [
    "Thunderbird, signature below",
    "The second one.",
    `\n\nOn 24/11/2026 10:00, Lodge wrote:\n${marked}\n\n-- \nAda Byron`,
  ],
  [
    "Yahoo",
    "The second one.",
    `\n\n    On Tuesday, 24 November 2026 at 10:00:00 GMT, ${from} wrote:  \n \n ${start}`,
  ],
  [
    "Yahoo on a phone",
    "The second one.",
    `\n\nSent from Yahoo Mail on Android\n\n  On Tue, 24 Nov 2026 at 10:00, Lodge<desk@lodge.test> wrote:   ${""}\n${start}`,
  ],
  [
    "Proton Mail",
    "The second one.",
    `\n\nSent with [Proton Mail](https://proton.me/) secure email.\n\n------- Original Message -------\nOn Tuesday, November 24th, 2026 at 10:00, ${from} wrote:\n\n${marked}`,
  ],
  [
    "Samsung",
    "The second one.",
    `\n\nSent from my Galaxy\n\n-------- Original message --------\nFrom: ${from}\nDate: 24/11/2026 10:00 (GMT+00:00)\nTo: Ada <ada@acme.test>\nSubject: Hello\n\n${start}`,
  ],
  [
    "GMX",
    "Der zweite.",
    `\n\nGesendet: Dienstag, 24. November 2026 um 10:00\nVon: ${from}\nAn: ada@acme.test\nBetreff: Hello\n\n${start}`,
  ],
  [
    "QQ",
    "第二个。",
    `\n\n------------------ 原始邮件 ------------------\n发件人: "Lodge" <desk@lodge.test>;\n发送时间: 2026年11月24日(星期二) 上午10:00\n收件人: "Ada"<ada@acme.test>;\n主题: 你好\n\n${start}`,
  ],
  [
    "163",
    "第二个。",
    `\n\nAt 2026-11-24 10:00:00, "Lodge" <desk@lodge.test> wrote:\n\n>Hello Ada,\n>Which one?`,
  ],
  ["Mail.ru", "Второй.", `\n\nВторник, 24 ноября 2026, 10:00 +03:00 от Lodge <desk@lodge.test>:\n\n${start}`],
  ["Yandex", "Второй.", `\n\n24.11.2026, 10:00, "Lodge" <desk@lodge.test>:\n\n${start}`],
  ["Spark", "The second one.", `\n\nOn 24 Nov 2026, 10:00 +0000, ${from}, wrote:\n${marked}`],
  [
    "Hotmail",
    "The second one.",
    `\n\nDate: Tue, 24 Nov 2026 10:00:00 +0000\nFrom: desk@lodge.test\nTo: ada@acme.test\nSubject: Hello\n\n${start}`,
  ],
  ["Roundcube", "Den andra.", `\n\nOn 2026-11-24 10:00, Lodge wrote:\n\n${marked}`],
  ["mutt", "The second one.", `\n\nOn Tue, Nov 24, 2026 at 10:00:00AM +0000, Lodge wrote:\n${marked}`],
  [
    "Huawei",
    "The second one.",
    `\n\nSent from my HUAWEI phone\n\n-------- Original Message --------\nSubject: Hello\nFrom: ${from}\nTo: ada@acme.test\nDate: 24 Nov 2026 10:00\n\n${start}`,
  ],
  ["any program, quote without announcement", "The second one.", `\n\n${marked}`],
];
