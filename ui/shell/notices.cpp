#include "ui/shell/notices.h"

#include "ui/models/payoutwords.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/appicon.h"

#include <QSystemTrayIcon>
#include <QWidget>

namespace countersign::ui {

QString noticeSentence(const Notice &notice)
{
    const QString amount = amountWords(notice.amountKopecks);
    switch (notice.kind) {
    case Notice::Kind::readyToReview:
        return Notices::tr("Ready to review: %1 to %2").arg(amount, notice.recipientName);
    case Notice::Kind::paid:
        return Notices::tr("Paid: %1 to %2").arg(amount, notice.recipientName);
    case Notice::Kind::failed:
        return Notices::tr("Not paid: %1 to %2").arg(amount, notice.recipientName);
    case Notice::Kind::cancelled:
        return Notices::tr("Cancelled as you ordered, nothing was paid: %1 to %2").arg(amount, notice.recipientName);
    case Notice::Kind::returned:
        return Notices::tr("Money came back: %1 from %2").arg(amount, notice.recipientName);
    case Notice::Kind::needsAttention:
        return notice.payout.isEmpty() ? Notices::tr("Something needs your attention. See “Needs attention”.")
                                       : Notices::tr("Needs attention: %1 to %2").arg(amount, notice.recipientName);
    }
    return {};
}

Notices::Notices(PayoutDesk &desk, StatusLine &line, QWidget *window) : QObject(window), m_line(line)
{
    if (QSystemTrayIcon::isSystemTrayAvailable() && QSystemTrayIcon::supportsMessages()) {
        m_tray = new QSystemTrayIcon(applicationIcon(), this);
        m_tray->show();
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT wanted(m_lastTold); });
    }
    connect(&desk, &PayoutDesk::noticeRaised, this, &Notices::tell);
}

void Notices::tell(const Notice &notice)
{
    const QString sentence = noticeSentence(notice);
    m_line.tell(sentence);
    m_lastTold = notice.payout;
    if (m_tray) m_tray->showMessage(QStringLiteral("Countersign"), sentence);
}

} // namespace countersign::ui
