#pragma once

#include "ui/widgets/labels.h"

#include <QWidget>

class QVBoxLayout;

namespace countersign::ui {

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
    void setLines(const QList<Line> &lines);
    [[nodiscard]] const QList<Line> &lines() const { return m_lines; }
    /// All lines, for tests and for the field's accessible description.
    [[nodiscard]] QString text() const;

private:
    QVBoxLayout *m_layout;
    QList<QLabel *> m_labels;
    QList<Line> m_lines;
};

} // namespace countersign::ui
