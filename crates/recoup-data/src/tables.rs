//! The tables of a firm: their columns, and the headings by which each is found in English, Chinese and Spanish.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    /// The identity of a customer, case or respondent: never reported.
    Identity,
    /// A word: a segment, a kind, a severity, an item.
    Name,
    /// A date, perhaps with a time.
    Date,
    /// A number.
    Number,
    /// Yes or no.
    YesNo,
    /// An answer of a questionnaire: a word or a number.
    Answer,
}

/// A column.
#[derive(Debug)]
pub(crate) struct Field {
    /// Our name, which a map uses too.
    pub(crate) name: &'static str,
    pub(crate) kind: Type,
    pub(crate) is_required: bool,
    /// Other headings that are accepted, with `|` between them, without differences of case, accents, spaces, `_` and `-`.
    pub(crate) accepted: &'static str,
    /// Headings that are accepted in this table alone.
    pub(crate) also: &'static str,
}

/// The words of a list.
pub(crate) fn words(list: &'static str) -> impl Iterator<Item = &'static str> + Clone {
    list.split('|').filter(|word| !word.is_empty())
}

/// A table.
#[derive(Debug)]
pub(crate) struct Spec {
    /// Its name, which a map uses too.
    pub(crate) name: &'static str,
    pub(crate) fields: &'static [Field],
}

const fn required(name: &'static str, kind: Type, accepted: &'static str) -> Field {
    Field { name, kind, is_required: true, accepted, also: "" }
}

const fn optional(name: &'static str, kind: Type, accepted: &'static str) -> Field {
    Field { name, kind, is_required: false, accepted, also: "" }
}

const CUSTOMER: Field = required(
    "customer",
    Type::Identity,
    "customer id|customer no|customer number|customer code|client|client id|account|account id|\
     account number|member id|guest id|user id|客户|客户编号|客户号|客户id|客户代码|会员号|会员编号|\
     顾客|顾客编号|用户编号|用户id|cliente|cliente id|id cliente|id de cliente|código de cliente|\
     código cliente|número de cliente|número cliente|no cliente|cuenta|Kundennr|Kunde",
);

const KIND: &str = "type|failure|failure kind|failure type|category|reason|cause|complaint type|\
             complaint category|complaint reason|issue|issue type|类型|种类|类别|原因|失误|失误类型|\
             故障|故障类型|投诉类型|投诉类别|投诉原因|问题类型|tipo|tipo de fallo|tipo de falla|\
             fallo|falla|categoría|motivo|causa|tipo de queja|tipo de reclamación|tipo de reclamo|\
             incidencia|tipo de incidencia";

/// Columns of customers by their place in [`CUSTOMERS`].
pub(crate) mod customers {
    pub(crate) const CUSTOMER: usize = 0;
    pub(crate) const SEGMENT: usize = 1;
    pub(crate) const SINCE: usize = 2;
    pub(crate) const LEFT: usize = 3;
}

pub(crate) const CUSTOMERS: Spec = Spec {
    name: "customers",
    fields: &[
        Field { also: "id|编号", ..CUSTOMER },
        optional(
            "segment",
            Type::Name,
            "customer segment|group|customer group|tier|class|customer type|plan|细分|细分市场|\
             客户类型|客户等级|客户分组|等级|会员等级|分组|群组|segmento|grupo|grupo de clientes|\
             tipo de cliente|clase|nivel",
        ),
        optional(
            "since",
            Type::Date,
            "customer since|member since|joined|join date|start|start date|signup date|sign up date|\
             registered|registration date|first day|created|created at|开始日期|加入日期|注册日期|\
             注册时间|开户日期|入会日期|成为客户日期|desde|cliente desde|alta|fecha de alta|\
             fecha alta|fecha de inicio|fecha inicio|fecha de registro",
        ),
        optional(
            "left",
            Type::Date,
            "left on|leave date|end|end date|churned|churn date|churned on|cancelled|canceled|\
             cancellation date|cancelled at|closed account|离开日期|流失日期|流失时间|退出日期|\
             销户日期|注销日期|注销时间|结束日期|终止日期|baja|fecha de baja|fecha baja|fecha de fin|\
             fecha fin|fecha de salida|fecha de cancelación",
        ),
    ],
};

/// Columns of purchases by their place in [`PURCHASES`].
pub(crate) mod purchases {
    pub(crate) const CUSTOMER: usize = 0;
    pub(crate) const DATE: usize = 1;
    pub(crate) const AMOUNT: usize = 2;
    pub(crate) const MARGIN: usize = 3;
}

pub(crate) const PURCHASES: Spec = Spec {
    name: "purchases",
    fields: &[
        CUSTOMER,
        required(
            "date",
            Type::Date,
            "purchase date|purchased|purchased at|order date|ordered|ordered at|invoice date|\
             transaction date|day|日期|购买日期|购买时间|订单日期|下单日期|下单时间|交易日期|\
             交易时间|消费日期|fecha|fecha de compra|fecha compra|fecha de pedido|fecha pedido|\
             fecha de factura",
        ),
        optional(
            "amount",
            Type::Number,
            "revenue|sales|price|total|value|net amount|order value|order amount|purchase amount|\
             金额|购买金额|订单金额|交易金额|消费金额|销售额|收入|价格|importe|importe total|monto|\
             monto total|precio|ingresos|venta|ventas|valor|valor total",
        ),
        optional(
            "margin",
            Type::Number,
            "profit|gross profit|gross margin|contribution|contribution margin|毛利|利润|毛利润|\
             毛利额|边际贡献|margen|margen bruto|beneficio|ganancia|utilidad|contribución",
        ),
    ],
};

/// Columns of failures by their place in [`FAILURES`].
pub(crate) mod failures {
    pub(crate) const CUSTOMER: usize = 0;
    pub(crate) const DATE: usize = 1;
    pub(crate) const KIND: usize = 2;
    pub(crate) const SEVERITY: usize = 3;
    pub(crate) const NOTICED: usize = 4;
}

pub(crate) const FAILURES: Spec = Spec {
    name: "failures",
    fields: &[
        CUSTOMER,
        required(
            "date",
            Type::Date,
            "failure date|failed at|incident date|occurred|occurred at|occurred on|day|日期|失误日期|\
             故障日期|发生日期|发生时间|fecha|fecha del fallo|fecha de la falla|fecha de incidencia|\
             fecha incidencia",
        ),
        optional("kind", Type::Name, KIND),
        optional(
            "severity",
            Type::Name,
            "level|impact|priority|严重程度|严重性|严重度|级别|gravedad|severidad|impacto|prioridad",
        ),
        optional(
            "noticed",
            Type::YesNo,
            "detected|noticed by firm|detected by firm|proactive|已发现|是否发现|主动发现|企业发现|\
             detectado|detectada|advertido|notado|detectado por la empresa",
        ),
    ],
};

/// Columns of complaints by their place in [`COMPLAINTS`].
pub(crate) mod complaints {
    pub(crate) const CASE: usize = 0;
    pub(crate) const CUSTOMER: usize = 1;
    pub(crate) const OPENED: usize = 2;
    pub(crate) const FIRST_ANSWER: usize = 3;
    pub(crate) const CLOSED: usize = 4;
    pub(crate) const RESOLVED: usize = 5;
    pub(crate) const CONTACTS: usize = 6;
    pub(crate) const MINUTES: usize = 7;
    pub(crate) const COMPENSATION: usize = 8;
    pub(crate) const CHANNEL: usize = 9;
    pub(crate) const KIND: usize = 10;
}

pub(crate) const COMPLAINTS: Spec = Spec {
    name: "complaints",
    fields: &[
        optional(
            "case",
            Type::Identity,
            "id|case id|case number|case no|ticket|ticket id|ticket number|complaint id|\
             complaint number|编号|案件|案件编号|工单|工单号|工单编号|投诉编号|投诉单号|caso|id caso|\
             número de caso|id de caso|ticket no|número de queja|número de reclamación|folio",
        ),
        CUSTOMER,
        required(
            "opened",
            Type::Date,
            "date|open date|opened at|opened on|created|created at|received|received at|\
             date received|complaint date|日期|开始时间|打开时间|创建时间|创建日期|投诉日期|投诉时间|\
             受理日期|受理时间|fecha|apertura|abierto|fecha de apertura|fecha apertura|\
             fecha de queja|fecha de reclamación|fecha de recepción|recibido",
        ),
        optional(
            "first_answer",
            Type::Date,
            "first response|first response at|first reply|first answer at|answered|answered at|\
             首次回复|首次响应|首次回复时间|首次响应时间|首次答复|首次答复时间|回复时间|\
             primera respuesta|fecha de primera respuesta|fecha primera respuesta|respondido",
        ),
        optional(
            "closed",
            Type::Date,
            "close date|closed at|closed on|resolved at|resolution date|end|关闭时间|关闭日期|\
             结案日期|结案时间|结束时间|解决时间|完成时间|cierre|cerrado|fecha de cierre|\
             fecha cierre|fecha de resolución",
        ),
        optional(
            "resolved",
            Type::YesNo,
            "is resolved|solved|resolution|satisfied|outcome|已解决|是否解决|解决|是否满意|满意|\
             处理结果|resuelto|resuelta|solucionado|satisfecho|resultado",
        ),
        optional(
            "contacts",
            Type::Number,
            "number of contacts|contact count|touches|interactions|联系次数|接触次数|沟通次数|\
             contactos|número de contactos|interacciones",
        ),
        optional(
            "minutes",
            Type::Number,
            "handling minutes|minutes worked|work minutes|handling time|handle time|分钟|处理分钟|\
             用时|处理时长|工作分钟|minutos|minutos de trabajo|tiempo de gestión|minutos trabajados",
        ),
        optional(
            "compensation",
            Type::Number,
            "refund|compensation paid|paid|credit|goodwill|赔偿|赔偿金额|补偿|补偿金额|退款|退款金额|\
             compensación|indemnización|reembolso|abono",
        ),
        optional("channel", Type::Name, "contact channel|source|渠道|投诉渠道|来源|canal|vía|origen"),
        optional("kind", Type::Name, KIND),
    ],
};

const RESPONDENT: Field = optional(
    "respondent",
    Type::Identity,
    "respondent id|id|participant|response id|customer|受访者|受访者编号|编号|答卷编号|encuestado|\
     id encuestado|participante|id de respuesta",
);

const ITEM: Field = required(
    "item",
    Type::Name,
    "question|feature|attribute|题目|项目|问题|属性|功能|ítem|pregunta|atributo|característica",
);

/// Columns of a Kano survey with one answer per row, by their place in [`KANO`].
pub(crate) mod kano {
    pub(crate) const RESPONDENT: usize = 0;
    pub(crate) const ITEM: usize = 1;
    pub(crate) const FUNCTIONAL: usize = 2;
    pub(crate) const DYSFUNCTIONAL: usize = 3;
}

pub(crate) const KANO: Spec = Spec {
    name: "kano",
    fields: &[
        RESPONDENT,
        ITEM,
        required("functional", Type::Answer, FUNCTIONAL),
        required("dysfunctional", Type::Answer, DYSFUNCTIONAL),
    ],
};

/// Words for the functional question, also after the name of an item.
pub(crate) const FUNCTIONAL: &str = "positive|present|with|正向|具备|有|funcional|positiva|presente";

/// Words for the dysfunctional question.
pub(crate) const DYSFUNCTIONAL: &str = "negative|absent|without|反向|不具备|没有|disfuncional|negativa|ausente";

/// Columns of a SERVQUAL survey with one answer per row, by their place in [`SERVQUAL`].
pub(crate) mod servqual {
    pub(crate) const RESPONDENT: usize = 0;
    pub(crate) const ITEM: usize = 1;
    pub(crate) const DIMENSION: usize = 2;
    pub(crate) const EXPECTATION: usize = 3;
    pub(crate) const PERCEPTION: usize = 4;
    pub(crate) const MINIMUM: usize = 5;
    pub(crate) const WEIGHT: usize = 6;
}

pub(crate) const SERVQUAL: Spec = Spec {
    name: "servqual",
    fields: &[
        Field { is_required: true, ..RESPONDENT },
        ITEM,
        optional("dimension", Type::Name, "factor|维度|dimensión"),
        required("expectation", Type::Number, EXPECTATION),
        required("perception", Type::Number, PERCEPTION),
        optional("minimum", Type::Number, MINIMUM),
        optional("weight", Type::Number, "importance|points|权重|重要性|peso|ponderación|importancia"),
    ],
};

/// Words for what customers expect, also after the name of an item.
pub(crate) const EXPECTATION: &str = "expected|desired|e|期望|期望值|expectativa|esperado|deseado";

/// Words for what they perceive.
pub(crate) const PERCEPTION: &str = "perceived|performance|p|感知|感知值|实际|percepción|percibido";

/// Words for the least that they accept.
pub(crate) const MINIMUM: &str = "minimum level|adequate|m|最低|最低值|可接受|mínimo|mínima|adecuado";

/// Letters without accents and case, and nothing else but what is no separator.
pub(crate) fn folded(heading: &str) -> String {
    let fold = |c: char| match c {
        'á' | 'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        other => other,
    };
    let is_kept =
        |c: &char| !c.is_whitespace() && !matches!(c, '_' | '-' | '.' | '#' | '\u{feff}' | '°' | 'º' | '\'' | '"');
    heading.chars().flat_map(char::to_lowercase).filter(is_kept).map(fold).collect()
}

impl Field {
    /// The headings that name the column, besides its name.
    pub(crate) fn headings(&self) -> impl Iterator<Item = &'static str> {
        words(self.also).chain(words(self.accepted))
    }

    /// Whether that heading names the column.
    pub(crate) fn is_named(&self, heading: &str) -> bool {
        let heading = folded(heading);
        folded(self.name) == heading || self.headings().any(|accepted| folded(accepted) == heading)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{COMPLAINTS, CUSTOMERS, FAILURES, KANO, PURCHASES, SERVQUAL, complaints, folded};

    #[test]
    fn no_heading_names_two_columns() {
        for spec in [&CUSTOMERS, &PURCHASES, &FAILURES, &COMPLAINTS, &KANO, &SERVQUAL] {
            let mut seen = BTreeMap::new();
            for field in spec.fields {
                for heading in field.headings().chain([field.name]) {
                    let before = seen.insert(folded(heading), field.name);
                    assert!(before.is_none_or(|before| before == field.name), "{} {heading}: {before:?}", spec.name);
                }
            }
        }
    }

    #[test]
    fn headings_are_folded() {
        assert_eq!(folded("\u{feff} Código_de-Cliente "), "codigodecliente");
        let opened = &COMPLAINTS.fields[complaints::OPENED];
        assert!(opened.is_named("Fecha de Apertura") && opened.is_named("投诉日期") && !opened.is_named("closed"));
        assert_eq!(COMPLAINTS.fields[complaints::FIRST_ANSWER].name, "first_answer");
    }
}
