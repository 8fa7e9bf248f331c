#include "ui/payouts/foundelsewhere.h"

#include "core/futures.h"
#include "payouts/payoutdesk.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace countersign::ui {

FoundElsewhere::FoundElsewhere(PayoutDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_show(new QPushButton(this))
{
    m_show->setObjectName(u"showAllFound"_s);
    m_show->setAutoDefault(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_show);
    row->addStretch();
    connect(m_show, &QPushButton::clicked, this, &FoundElsewhere::allWanted);
    hide();
}

void FoundElsewhere::lookFor(const QString &words)
{
    if (words == m_words) return;
    forget();
    m_words = words;
    const ListQuery query{.folder = Folder::all, .search = words, .offset = 0, .limit = 1};
    watch(m_desk.page(query), this, [this, words](const Result<ListPage> &page) {
        if (!page || page->total == 0 || words != m_words) return;
        m_show->setText(tr("Show %n found in all payouts", "", static_cast<int>(page->total)));
        show();
    });
}

void FoundElsewhere::forget()
{
    m_words.clear();
    hide();
}

} // namespace countersign::ui
