import "server-only";
import { logError } from "../log";

/**
 * Pulls from the generator only as fast as the client reads. Ends in an error if the generator fails, so that a
 * partial download is not mistaken for a complete one.
 */
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
