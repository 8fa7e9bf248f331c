#pragma once

#include <QScrollArea>

namespace countersign::ui {

/// A scroll area under a heading that stays where it is and is as wide as what scrolls.
class HeadedScroll final : public QScrollArea
{
    Q_OBJECT
public:
    /// Takes `heading`.
    explicit HeadedScroll(QWidget *heading, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void placeHeading();

    QWidget *m_heading;
};

} // namespace countersign::ui
