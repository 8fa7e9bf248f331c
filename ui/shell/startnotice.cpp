#include "ui/shell/startnotice.h"

#include "ui/widgets/environmentstripe.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QProgressBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

StartNotice::StartNotice(Environment environment, const QString &sentence, QWidget *parent) : QWidget(parent)
{
    setObjectName(u"startNotice"_s);
    setWindowTitle(tr("Countersign"));
    setAccessibleName(sentence);
    setProperty("ground", u"base"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *stripe = new EnvironmentStripe(environment, this);
    setFixedWidth(std::max(QFontMetrics(textFont()).averageCharWidth() * 64, stripe->sizeHint().width()));
    auto *name = plainLabel(tr("Countersign is starting"), Tone::heading, this);
    name->setFont(amountFont(125));
    auto *working = new QProgressBar(this);
    working->setRange(0, 0); // nobody knows how long
    working->setTextVisible(false);
    working->setFixedHeight(6);
    working->setAccessibleName(tr("Working"));
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(24, 20, 24, 24);
    inner->setSpacing(8);
    inner->addWidget(name);
    inner->addWidget(plainLabel(sentence, Tone::normal, this));
    inner->addSpacing(6);
    inner->addWidget(working);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(stripe);
    outer->addLayout(inner);
    setFixedHeight(outer->heightForWidth(width())); // as high as its sentences, no more
}

} // namespace countersign::ui
