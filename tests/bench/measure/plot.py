"""Small plots as SVG: two axes, linear or logarithmic, lines with dots, a legend."""
import math

COLOURS = ["#0b6e99", "#b04a00", "#3a7d44", "#7a3e9d", "#8a6d00", "#555555"]


class Axis:
    """From the values of a scale to pixels between two places."""

    def __init__(self, low, high, label, log=False):
        self.low, self.high, self.label, self.log = low, high, label, log

    def place(self, value, begin, end):
        scale = math.log10 if self.log else float
        low, high = scale(self.low), scale(self.high)
        return begin + (end - begin) * ((scale(value) - low) / (high - low) if high > low else 0.5)

    def ticks(self):
        if self.log:
            powers = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
            return [10.0 ** p for p in powers if self.low <= 10.0 ** p * 1.001 and 10.0 ** p <= self.high * 1.001]
        step = 10 ** math.floor(math.log10(max(self.high - self.low, 1e-9)))
        step = next(s for s in (step / 5, step / 2, step, step * 2) if (self.high - self.low) / s <= 8)
        first = math.ceil(self.low / step)
        return [step * n for n in range(first, math.floor(self.high / step + 1e-9) + 1)]


def short(number):
    for unit, letter in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if number >= unit:
            return "%g%s" % (number / unit, letter)
    return "%g" % round(number, 6)


class Plot:
    """The plot lies within x 60 to 580 and y 40 to 340; right of it is the legend."""

    def __init__(self, x, y, height=390):
        self.x, self.y, self.legends = x, y, 0
        self.out = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 %d" font-family="sans-serif" font-size="12">' % height,
                    '<rect width="800" height="%d" fill="white"/>' % height,
                    '<path d="M60 40V340H580" fill="none" stroke="black"/>',
                    '<text x="320" y="380" text-anchor="middle">%s</text>' % x.label, '<text x="60" y="28">%s</text>' % y.label]
        for tick in x.ticks():
            self.out.append('<text x="%.0f" y="358" text-anchor="middle">%s</text>' % (self.place(tick, y.low)[0], short(tick)))
        for tick in y.ticks():
            self.out.append('<text x="52" y="%.0f" text-anchor="end">%s</text>' % (self.place(x.low, tick)[1] + 4, short(tick)))

    def place(self, x, y):
        return self.x.place(x, 60, 580), self.y.place(y, 340, 40)

    def line(self, points, colour, dashed=False):
        places = " ".join("%.1f,%.1f" % self.place(*p) for p in points)
        dash = ' stroke-dasharray="4 4"' if dashed else ""
        self.out.append('<polyline points="%s" fill="none" stroke="%s" stroke-width="2"%s/>' % (places, colour, dash))

    def dot(self, point, colour, title, mark=""):
        x, y = self.place(*point)
        self.out.append('<circle cx="%.1f" cy="%.1f" r="4" fill="%s"><title>%s</title></circle>' % (x, y, colour, title))
        if mark:
            self.out.append('<text x="%.1f" y="%.1f" fill="%s">%s</text>' % (x + 6, y - 6, colour, mark))

    def legend(self, text, colour="black"):
        self.out.append('<text x="610" y="%d" fill="%s">%s</text>' % (60 + 20 * self.legends, colour, text))
        self.legends += 1

    def svg(self):
        return "\n".join(self.out + ["</svg>"]) + "\n"


def curves(series, x_label, y_label, log_x=True, log_y=False):
    """name -> list of (x, y), as lines with dots. A linear y begins at 0."""
    points = [p for list_ in series.values() for p in list_]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    low = 10 ** math.floor(math.log10(min(ys))) if log_y else 0
    plot = Plot(Axis(min(xs), max(xs), x_label, log_x), Axis(low, max(ys) * 1.1, y_label, log_y))
    for number, (name, list_) in enumerate(series.items()):
        colour = COLOURS[number % len(COLOURS)]
        plot.line(list_, colour)
        for point in list_:
            plot.dot(point, colour, "%s: %s, %.3g" % (name, short(point[0]), point[1]))
        plot.legend(name, colour)
    return plot.svg()


def bars(values, label):
    """name -> value, on a logarithmic scale, the greatest first."""
    rows = sorted(values.items(), key=lambda item: -item[1])
    axis = Axis(10 ** math.floor(math.log10(min(values.values()))), max(values.values()) * 1.1, label, log=True)
    height = 70 + 24 * len(rows)
    out = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 %d" font-family="sans-serif" font-size="12">' % height,
           '<rect width="800" height="%d" fill="white"/>' % height, '<text x="160" y="24">%s</text>' % label]
    for number, (name, value) in enumerate(rows):
        top, end = 40 + 24 * number, axis.place(value, 160, 720)
        colour = COLOURS[0] if name.startswith("moniker") else COLOURS[5]
        out.append('<text x="152" y="%d" text-anchor="end">%s</text>' % (top + 13, name))
        out.append('<rect x="160" y="%d" width="%.1f" height="16" fill="%s"/>' % (top, max(1, end - 160), colour))
        out.append('<text x="%.1f" y="%d">%.3g</text>' % (end + 6, top + 13, value))
    return "\n".join(out + ["</svg>"]) + "\n"
