import * as archive from "lucide-react/icons/archive";
import * as arrowDown from "lucide-react/icons/arrow-down";
import * as arrowDownUp from "lucide-react/icons/arrow-down-up";
import * as arrowLeft from "lucide-react/icons/arrow-left";
import * as arrowRight from "lucide-react/icons/arrow-right";
import * as arrowUp from "lucide-react/icons/arrow-up";
import * as bell from "lucide-react/icons/bell";
import * as bellOff from "lucide-react/icons/bell-off";
import * as bookmark from "lucide-react/icons/bookmark";
import * as bug from "lucide-react/icons/bug";
import * as check from "lucide-react/icons/check";
import * as chevronDown from "lucide-react/icons/chevron-down";
import * as chevronRight from "lucide-react/icons/chevron-right";
import * as circleCheck from "lucide-react/icons/circle-check";
import * as circleAlert from "lucide-react/icons/circle-exclamation-point";
import * as columns3 from "lucide-react/icons/columns-3";
import * as creditCard from "lucide-react/icons/credit-card";
import * as download from "lucide-react/icons/download";
import * as fileText from "lucide-react/icons/file-text";
import * as headset from "lucide-react/icons/headset";
import * as inbox from "lucide-react/icons/inbox";
import * as info from "lucide-react/icons/info";
import * as keyRound from "lucide-react/icons/key-round";
import * as lifeBuoy from "lucide-react/icons/life-buoy";
import * as lightbulb from "lucide-react/icons/lightbulb";
import * as listChecks from "lucide-react/icons/list-checks";
import * as lock from "lucide-react/icons/lock-keyhole";
import * as logOut from "lucide-react/icons/log-out";
import * as mail from "lucide-react/icons/mail";
import * as messageCircleQuestion from "lucide-react/icons/message-circle-question-mark";
import * as messageSquare from "lucide-react/icons/message-square";
import * as paperclip from "lucide-react/icons/paperclip";
import * as pencilLine from "lucide-react/icons/pencil-line";
import * as plus from "lucide-react/icons/plus";
import * as receipt from "lucide-react/icons/receipt";
import * as reply from "lucide-react/icons/reply";
import * as rotateCcw from "lucide-react/icons/rotate-ccw";
import * as search from "lucide-react/icons/search";
import * as settings from "lucide-react/icons/settings";
import * as shieldCheck from "lucide-react/icons/shield-check";
import * as slidersHorizontal from "lucide-react/icons/sliders-horizontal";
import * as triangleAlert from "lucide-react/icons/triangle-exclamation-point";
import * as user from "lucide-react/icons/user";
import * as users from "lucide-react/icons/users";
import * as wrench from "lucide-react/icons/wrench";

export const iconSources = {
  archive,
  "arrow-down-up": arrowDownUp,
  "arrow-left": arrowLeft,
  "arrow-right": arrowRight,
  bell,
  "bell-off": bellOff,
  bug,
  check,
  "chevron-down": chevronDown,
  "chevron-right": chevronRight,
  "circle-alert": circleAlert,
  "circle-check": circleCheck,
  "credit-card": creditCard,
  download,
  "file-text": fileText,
  headset,
  inbox,
  info,
  "key-round": keyRound,
  "life-buoy": lifeBuoy,
  lightbulb,
  "list-checks": listChecks,
  lock,
  "log-out": logOut,
  mail,
  "message-circle-question": messageCircleQuestion,
  "message-square": messageSquare,
  paperclip,
  "pencil-line": pencilLine,
  plus,
  receipt,
  "rotate-ccw": rotateCcw,
  search,
  settings,
  "shield-check": shieldCheck,
  "triangle-alert": triangleAlert,
  user,
  users,
  bookmark,
  "columns-3": columns3,
  reply,
  "sliders-horizontal": slidersHorizontal,
  "arrow-down": arrowDown,
  "arrow-up": arrowUp,
  wrench,
} satisfies Record<string, object>;

export type IconName = keyof typeof iconSources;

export const isIconName = (name: string): name is IconName => Object.hasOwn(iconSources, name);
