"""The table, and the same as JSON."""
import os
import platform


def seconds(value):
    return "" if value is None else f"{value:.4f}" if value < 1 else f"{value:.3f}"


def verdict(good, target):
    return "" if target is None else "met" if good else "short"


def race_row(race, commands):
    ours, peer = commands[race.ours], commands[race.peer]
    row = {"task": race.task, "ours_s": ours.best, "peer": race.peer, "peer_s": peer.best, "ratio": None,
           "target": race.target, "verdict": ""}
    blamed = next((c for c in (ours, peer) if not c.usable), None)
    if blamed:
        row["verdict"] = "WRONG: " + blamed.wrong[0] if blamed.wrong else blamed.missing
    elif ours.best and peer.best:
        row["ratio"] = peer.best / ours.best
        row["verdict"] = verdict(race.target is not None and row["ratio"] >= race.target, race.target)
    return row


def limit_row(limit, commands):
    blamed = next((commands[name] for name in limit.needs if not commands[name].usable), None)
    row = {"task": limit.task, "value": None, "limit": limit.limit, "unit": limit.unit}
    if blamed:
        row["verdict"] = "WRONG: " + blamed.wrong[0] if blamed.wrong else blamed.missing
        return row
    row["value"] = limit.figure(commands)
    row["verdict"] = "not measured" if row["value"] is None else verdict(row["value"] <= limit.limit, limit.limit)
    return row


def print_table(titles, lines):
    widths = [max(len(line[at]) for line in [titles, *lines]) for at in range(len(titles) - 1)]
    for line in [titles, *lines]:
        print("  ".join([line[0].ljust(widths[0])] + [line[at].rjust(widths[at]) for at in range(1, len(widths))]
                        + [line[-1]]).rstrip())


def print_report(result):
    print(f"\n{result['machine']}, {result['rounds']} rounds, minima; ratio = peer seconds / our seconds\n")
    print_table(["task", "ours s", "peer s", "peer", "ratio", "target", ""],
                [[r["task"], seconds(r["ours_s"]), seconds(r["peer_s"]), r["peer"],
                  "" if r["ratio"] is None else f"{r['ratio']:.2f}", "" if r["target"] is None else f">= {r['target']:g}",
                  r["verdict"]] for r in result["races"]])
    print()
    print_table(["figure", "value", "limit", "unit", ""],
                [[r["task"], "" if r["value"] is None else f"{r['value']:.3g}", f"<= {r['limit']:.3g}", r["unit"],
                  r["verdict"]] for r in result["limits"]])
    print()
    for peer in result["peers"]:
        print(f"{peer['title']}: {peer['version'] or 'version not told' if peer['here'] else peer['why']}")
    w1 = result["w1"]
    if w1["spread"] is not None:
        print(f"\nW1 (wc -l, one CPU): {w1['mb_per_s']:.0f} MB/s; its median lies {w1['spread']:.0%} above its minimum")
        if w1["spread"] > 0.3:
            print("WARNING: that is over 30 %: the machine is busy, do not trust these ratios")


def machine_name():
    return f"{platform.system()} {platform.release()} {platform.machine()}, {os.cpu_count()} CPUs"
