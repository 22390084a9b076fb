"""A flame graph: who called whom, as bars that stand on their callers, each as wide as its share of the samples."""
import html

WIDTH, ROW, LEAST = 1200, 17, 0.004   # pixels, pixels, of all samples: what is less is left out
HUES = {"read": 210, "rules": 20, "words": 45, "tag": 285, "detect": 130, "re2": 0, "base": 190}


def tree_of(stacks):
    """[name, share, callees] of stacks of plain names, each from the innermost function to the outermost."""
    root, total = {"n": 0, "of": {}}, 0
    for stack in stacks:
        total, at = total + 1, root
        at["n"] += 1
        for name in reversed(stack):
            at = at["of"].setdefault(name, {"n": 0, "of": {}})
            at["n"] += 1
    return shares("all", root, max(total, 1))


def shares(name, node, total):
    callees = [shares(of, one, total) for of, one in sorted(node["of"].items(), key=lambda pair: (-pair[1]["n"], pair[0]))]
    return [name, round(node["n"] / total, 5), [one for one in callees if one[1] >= LEAST]]


def depth(node):
    return 1 + max((depth(one) for one in node[2]), default=0)


def colour(name):
    words = name.replace("moniker::", "").split("::")
    return "hsl(%d,60%%,72%%)" % HUES.get(words[0], 90) if len(words) > 1 else "hsl(0,0%,84%)"


def draw(tree, title):
    height = (depth(tree) + 1) * ROW + 12
    out = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="11">' % (WIDTH, height),
           '<rect width="100%%" height="100%%" fill="white"/><text x="4" y="13">%s</text>' % html.escape(title)]

    def bar(node, left, row):
        name, share, callees = node
        width, top = share * WIDTH, height - (row + 1) * ROW
        shown = name.replace("moniker::", "")
        out.append('<g><title>%s: %.1f %%</title><rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s" stroke="white"/>'
                   % (html.escape(shown), 100 * share, left, top, width, ROW - 1, colour(name)))
        letters = int(width / 6)
        if letters > 3:
            out.append('<text x="%.1f" y="%d">%s</text>' % (left + 2, top + 12, html.escape(shown if len(shown) <= letters else shown[:letters - 1] + "…")))
        out.append("</g>")
        for one in callees:
            bar(one, left, row + 1)
            left += one[1] * WIDTH

    bar(tree, 0, 0)
    return "\n".join(out + ["</svg>"]) + "\n"
