#include "ui/widgets/readablewidth.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QLayout>
#include <QWidget>

#include <algorithm>

namespace countersign::ui {

namespace {

constexpr int mostCharacters = 148;

class ReadableWidth final : public QObject
{
public:
    explicit ReadableWidth(QWidget *page) : QObject(page), m_page(page), m_margins(page->layout()->contentsMargins())
    {
        page->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Resize) return false;
        const int beyond = std::max(0, m_page->width() - readableWidth());
        m_page->layout()->setContentsMargins(m_margins + QMargins(0, 0, beyond, 0));
        return false;
    }

private:
    QWidget *m_page;
    QMargins m_margins;
};

} // namespace

int readableWidth()
{
    return mostCharacters * QFontMetrics(textFont()).averageCharWidth();
}

void keepReadable(QWidget *page)
{
    new ReadableWidth(page); // the page owns it
}

} // namespace countersign::ui
