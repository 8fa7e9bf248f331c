#include "domain/textdiff.h"

#include <algorithm>
#include <vector>

namespace countersign {

namespace {

constexpr size_t manyWords = 500;

void append(QList<Span> &spans, Span span)
{
    if (!spans.isEmpty() && spans.last().start + spans.last().length >= span.start) {
        spans.last().length = span.start + span.length - spans.last().start;
    } else {
        spans.append(span);
    }
}

/// Grows a span to whole surrogate pairs.
Span wholeCharacters(QStringView text, Span span)
{
    qsizetype end = span.start + span.length;
    if (span.start > 0 && text[span.start].isLowSurrogate() && text[span.start - 1].isHighSurrogate()) --span.start;
    if (end < text.size() && text[end].isLowSurrogate() && text[end - 1].isHighSurrogate()) ++end;
    return {span.start, end - span.start};
}

QList<Span> middleDiff(QStringView asked, QStringView answered)
{
    const qsizetype shorter = std::min(asked.size(), answered.size());
    qsizetype begin = 0;
    while (begin < shorter && asked[begin] == answered[begin])
        ++begin;
    qsizetype end = 0;
    while (end < shorter - begin && asked[asked.size() - 1 - end] == answered[answered.size() - 1 - end])
        ++end;
    const qsizetype length = answered.size() - begin - end;
    if (length == 0) return {};
    return {wholeCharacters(answered, {begin, length})};
}

/// Words, and everything between them as one piece each.
std::vector<Span> pieces(QStringView text)
{
    std::vector<Span> found;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool continues = i > 0 && text[i].isSpace() == text[i - 1].isSpace();
        if (continues) {
            ++found.back().length;
        } else {
            found.push_back({i, 1});
        }
    }
    return found;
}

} // namespace

QList<Span> positionDiff(QStringView asked, QStringView answered)
{
    if (asked.size() != answered.size()) return middleDiff(asked, answered);
    QList<Span> spans;
    for (qsizetype i = 0; i < answered.size(); ++i) {
        if (asked[i] != answered[i]) append(spans, wholeCharacters(answered, {i, 1}));
    }
    return spans;
}

QList<Span> wordDiff(QStringView asked, QStringView answered)
{
    const auto before = pieces(asked);
    const auto after = pieces(answered);
    if (before.size() > manyWords || after.size() > manyWords) return middleDiff(asked, answered);

    const auto equal = [&](size_t i, size_t j) {
        return asked.mid(before[i].start, before[i].length) == answered.mid(after[j].start, after[j].length);
    };
    // common[i][j]: the length of the longest common run of pieces from i and j on.
    const size_t width = after.size() + 1;
    std::vector<int> common((before.size() + 1) * width, 0);
    for (size_t i = before.size(); i-- > 0;) {
        for (size_t j = after.size(); j-- > 0;) {
            common[i * width + j] = equal(i, j) ? common[(i + 1) * width + j + 1] + 1
                                                : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
        }
    }
    QList<Span> spans;
    size_t i = 0;
    for (size_t j = 0; j < after.size();) {
        if (i < before.size() && equal(i, j)) {
            ++i;
            ++j;
        } else if (i < before.size() && common[(i + 1) * width + j] >= common[i * width + j + 1]) {
            ++i;
        } else {
            append(spans, after[j]);
            ++j;
        }
    }
    return spans;
}

} // namespace countersign
