import type { DesktopNews } from "@/lib/entry/desktop";
import type { Pulse } from "@/lib/entry/live";

const lock = "lodge-desktop";
const place = "lodge-desktop-shown";
const pauseMs = 30_000;

export const canNotify = () => "Notification" in window && "locks" in navigator;

let isBegun = false;

/**
 * Shows an agent's news on the desktop, once their browser may. Of all its open tabs one listens, also while it is hidden;
 * when that is closed, another goes on. Never asks for the permission by itself.
 */
export function beginDesktopNews(): void {
  if (isBegun || !canNotify() || Notification.permission !== "granted") return;
  isBegun = true;
  void navigator.locks.request(lock, listen);
}

/** Holds the lock for as long as the tab is open, or its reader logged in. */
function listen(): Promise<void> {
  return new Promise(end => {
    const source = new EventSource("/api/live");
    let asking = Promise.resolve();
    source.onmessage = ({ data }) => {
      const { desktop } = JSON.parse(data) as Pulse;
      // One after the other: what comes while others are being shown is news as well.
      if (desktop !== undefined) asking = asking.then(() => showSince(desktop)).catch(() => undefined);
    };
    const leave = () => {
      source.close();
      isBegun = false;
      end();
    };
    source.addEventListener("ended", leave);
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return;
      leave();
      window.setTimeout(beginDesktopNews, pauseMs);
    };
  });
}

/** What came before this browser first looked is not news. */
async function showSince(newest: string): Promise<void> {
  const shown = localStorage.getItem(place);
  if (shown !== null && BigInt(shown) >= BigInt(newest)) return;
  if (shown === null) return localStorage.setItem(place, newest);
  const response = await fetch(`/api/notices?after=${shown}`);
  if (!response.ok) return;
  const { rows, hasSound }: DesktopNews = await response.json();
  // Not before: what could not be fetched comes with the next news.
  localStorage.setItem(place, newest);
  const isPlayed = hasSound && rows.length > 0 && play();
  for (const { id, ...row } of rows.reverse())
    showOnDesktop({ ...row, tag: id, isSilent: !hasSound || isPlayed });
}

type Shown = { title: string; body: string; tag: string; href?: string; isSilent?: boolean };

/** False where the browser has notifications in name only. */
export function showOnDesktop({ title, body, tag, href, isSilent = true }: Shown): boolean {
  try {
    const notification = new Notification(title, { body, tag, silent: isSilent });
    notification.onclick = () => {
      notification.close();
      // Not in this tab, where something may be typed.
      if (href) window.open(href);
      else window.focus();
    };
    return true;
  } catch {
    return false;
  }
}

/** A short tone. False where the browser plays none before somebody has clicked in this tab; then the system's own may sound. */
function play(): boolean {
  const audio = new AudioContext();
  if (audio.state !== "running") {
    void audio.close();
    return false;
  }
  const [tone, volume] = [audio.createOscillator(), audio.createGain()];
  tone.frequency.value = 660;
  volume.gain.setValueAtTime(0.12, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.35);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.35);
  tone.onended = () => void audio.close();
  return true;
}
