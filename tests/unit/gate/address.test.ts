import { BlockList } from "node:net";
import { describe, expect, it } from "vitest";
import { clientOf, networkOf, readAddress } from "@/lib/gate/address";

const none = { hops: 0 };
const inside = new BlockList();
inside.addSubnet("10.0.0.0", 8);
inside.addAddress("127.0.0.1");
inside.addSubnet("fd00::", 8, "ipv6");

describe("where a request came from", () => {
  it("is the other end of the socket, whatever it claims, where no proxy is trusted", () => {
    expect(clientOf("203.0.113.9", "198.51.100.1", none)).toBe("203.0.113.9");
    expect(clientOf("::ffff:203.0.113.9", undefined, none)).toBe("203.0.113.9");
    expect(clientOf(undefined, undefined, none)).toBe("unknown");
  });

  it("is what the trusted proxies say, and never what stands to the left of that", () => {
    expect(clientOf("127.0.0.1", "6.6.6.6, 203.0.113.9", { hops: 1 })).toBe("203.0.113.9");
    expect(clientOf("127.0.0.1", "6.6.6.6, 203.0.113.9, 10.0.0.2", { hops: 2 })).toBe("203.0.113.9");
    expect(clientOf("127.0.0.1", "6.6.6.6, 203.0.113.9, 10.0.0.2", { list: inside })).toBe("203.0.113.9");
    expect(clientOf("fd00::1", "2001:db8::9", { list: inside })).toBe("2001:db8::9");
  });

  it("is not what a stranger says who is no proxy of ours", () => {
    expect(clientOf("203.0.113.9", "6.6.6.6", { list: inside })).toBe("203.0.113.9");
  });

  it("is the last that can be read when a proxy names nobody", () => {
    for (const claim of [undefined, "", "unknown", "127.0.0.1.evil.test", "6.6.6.6, _hidden", "'--"])
      expect(clientOf("127.0.0.1", claim, { hops: 1 })).toBe("127.0.0.1");
  });

  it.each([
    ["203.0.113.9:4711", "203.0.113.9"],
    ["[2001:db8::1]:443", "2001:db8::1"],
    ["[2001:db8::1]", "2001:db8::1"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["::FFFF:cb00:7109", "203.0.113.9"],
    ["fe80::1%eth0", "fe80::1"],
    ["0x7f.1", null],
    ["1.2.3", null],
    ["", null],
  ])("is read in every spelling that proxies use: %s", (text, address) =>
    expect(readAddress(text)).toBe(address),
  );
});

describe("a network", () => {
  it("is an IPv4 address or the half of an IPv6 address that a customer of a provider cannot choose", () => {
    expect(networkOf("203.0.113.9")).toBe("203.0.113.9");
    expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
    expect(networkOf("2001:0db8:0001:0002::9")).toBe("2001:db8:1:2::/64");
    expect(networkOf("2001:db8::1")).toBe("2001:db8:0:0::/64");
    expect(networkOf("unknown")).toBe("unknown");
  });
});
