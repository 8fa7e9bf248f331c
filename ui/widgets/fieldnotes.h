#pragma once

#include "domain/validation.h"
#include "ui/widgets/labels.h"

#include <QWidget>

class QVBoxLayout;

namespace countersign::ui {

/// The colour of a finding's line; its sign says the same (findingwords.h).
[[nodiscard]] Tone toneOf(Severity severity);

/// The lines under a field: errors, warnings, what was found. Plain text; keeps its labels so that typing does not
/// make the form flicker.
class FieldNotes final : public QWidget
{
    Q_OBJECT
public:
    struct Line
    {
        QString text;
        Tone tone = Tone::muted;
        bool fixedWidth = false; ///< text that will be sent as it stands
        friend bool operator==(const Line &, const Line &) = default;
    };

    explicit FieldNotes(QWidget *parent = nullptr);
    /// Room for so many lines is there from the beginning, so that what stands below does not move for them.
    void reserve(int lines);
    /// Whether what stands below may move for these lines: always, only further down, or not at all for now (then lines
    /// for which there is no room wait).
    enum class Room { asNeeded, onlyMore, asItIs };
    void giveRoom(Room room);
    void setLines(const QList<Line> &lines);
    [[nodiscard]] const QList<Line> &lines() const { return m_lines; }
    /// All lines, for tests and for the field's accessible description.
    [[nodiscard]] QString text() const;

private:
    [[nodiscard]] int reservedHeight() const;

    QVBoxLayout *m_layout;
    QList<QLabel *> m_labels;
    QList<Line> m_lines;
    int m_reservedLines = 0;
    Room m_room = Room::asNeeded;
    qsizetype m_shown = 0; ///< of the lines; the others wait for room
};

} // namespace countersign::ui
