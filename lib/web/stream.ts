import "server-only";
import { logError } from "../log";

/** Reads on only as fast as it is taken. What breaks off ends in an error, so that nobody takes it for the whole. */
export function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async controller => {
      try {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        logError("a download broke off", error);
        throw error;
      }
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
}
