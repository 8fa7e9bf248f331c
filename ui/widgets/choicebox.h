#pragma once

#include <QComboBox>

namespace countersign::ui {

/// A list to choose from, with its arrow: the style sheet's look takes the style's own arrow away.
class ChoiceBox final : public QComboBox
{
    Q_OBJECT
public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace countersign::ui
